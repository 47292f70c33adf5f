import type { TransactionContext } from "@/server/core/context";
import { requireService, writeChange } from "./load-service";

/** Who does a service is written elsewhere, but it is a change of the service, which counts it and tells of it. */
export async function noteOfferChange(
  tx: TransactionContext,
  named: { serviceId: string; version?: number | undefined },
): Promise<void> {
  await writeChange(tx, await requireService(tx, named));
}
