import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { calcomSyncOwed } from "../events";

interface Turn {
  appointmentId: string;
  turn: number;
}

/** Enough for an hour in which others want nearly everything; afterwards the sweep asks. */
const MOST_TURNS = 60;

// Not audited: it asks for work, the work tells what it did.
/**
 * Puts an owed write that could not be done now at the end of the queue: if all of them slept until Cal.com may be asked again,
 * they would wake up together, and their pace would be lost. Says whether it did.
 */
export async function queueUpAgain(ctx: CompanyContext, { appointmentId, turn }: Turn): Promise<boolean> {
  if (turn >= MOST_TURNS) return false;
  await transact(ctx, (tx) => publish(tx, calcomSyncOwed, { appointmentId, turn: turn + 1 }));
  return true;
}
