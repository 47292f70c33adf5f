import type { TransactionContext } from "@/server/core/context";
import { updateCalcomPlace } from "../repository";

export interface CalcomPlace {
  /** The team that is booked; null for whoever the key belongs to. */
  calcomTeamId: number | null;
  /** Stands in the address that is told of changes. */
  calcomWebhookToken: string | null;
}

// Not audited: whoever calls it is.
/** Where at Cal.com the company is, and at which door it is told of changes. */
export async function writeCalcomPlace(tx: TransactionContext, place: Partial<CalcomPlace>): Promise<void> {
  await updateCalcomPlace(tx, place);
}
