import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { Calcom } from "../../adapters/calcom";
import { askForPerson } from "../../connection/commands/ask-for-person";
import type { BookingCopy } from "../../schema";
import type { ConflictDecision } from "../schema";
import { lockConflict } from "./settle-conflict";

// Not audited: what is decided with the answer is.
/** Asks Cal.com about the booking of an open conflict; whatever keeps it from answering is told to the person. */
export async function askAbout<T>(
  ctx: CompanyContext,
  about: { conflictId: string; decision: ConflictDecision },
  ask: (calcom: Calcom, shown: BookingCopy) => Promise<T>,
): Promise<T> {
  const { copy } = await transact(ctx, (tx) => lockConflict(tx, about));
  return askForPerson(ctx, (calcom) => ask(calcom, copy));
}
