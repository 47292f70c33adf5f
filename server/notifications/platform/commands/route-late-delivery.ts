import { newId } from "@/server/core/ids";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { routeMessage } from "../../repository/list";
import { endDelivery, giveDelivery } from "../repository";

export interface LateDelivery {
  deliveryId: string;
  providerMessageId: string;
}

const asJob = (): PlatformContext => ({
  actor: { kind: "system", name: "route-message-webhook" },
  now: new Date(),
  requestId: newId(),
});

// Not audited: whose a delivery is changes nothing of anybody's.
/** Gives a logged report to the company whose message it tells of, once that is known; null as long as it is not. */
export async function routeLateDelivery({ deliveryId, providerMessageId }: LateDelivery): Promise<string | null> {
  const route = await routeMessage(providerMessageId);
  if (!route) return null;
  await transactAsPlatform(asJob(), (tx) => giveDelivery(tx, { deliveryId, companyId: route.companyId }));
  return route.companyId;
}

// Not audited: it was nobody's.
/** A report of a message that is none of any company's, as of a mail about an account: nobody waits for it any longer. */
export async function endUnroutedDelivery(deliveryId: string): Promise<void> {
  await transactAsPlatform(asJob(), (tx) => endDelivery(tx, deliveryId));
}
