import type { TransactionContext } from "@/server/core/context";
import type { DeliveryEvent } from "@/server/core/deliveries";
import { readEvent } from "../adapters/retell";
import { retellWebhookReceived } from "../events";
import { findCallId } from "../repository/calls";
import { findLine } from "../repository/lines";
import { isCallEvent } from "../rules/provider-call";

export interface ReadDelivery {
  /** What a job would work on, as when it came; null for what needs none. */
  event: DeliveryEvent | null;
  /** The call that it tells of, where there is one. */
  callId: string | null;
}

/** What a logged delivery of the telephone provider is about, from what is kept of it. */
export async function readCallDelivery(tx: TransactionContext, payload: unknown): Promise<ReadDelivery> {
  const delivery = readEvent(JSON.stringify(payload));
  const retellCallId = delivery?.party.callId;
  if (!delivery || !retellCallId) return { event: null, callId: null };
  const { event, party } = delivery;
  const callId = await findCallId(tx, retellCallId);
  const line = isCallEvent(event) ? await findLine(party) : null;
  if (!line || line.companyId !== tx.companyId) return { event: null, callId };
  const { branchId, phoneNumberId, agentId } = line;
  const data = { event, retellCallId, branchId, phoneNumberId, agentId };
  return { event: { name: retellWebhookReceived.name, data }, callId };
}
