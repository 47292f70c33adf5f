import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import type { Calcom } from "../../adapters/calcom";
import { toCopy } from "../../adapters/calcom-answers";
import { CalcomError } from "../../adapters/calcom-error";
import { withdraw } from "../../commands/apply-booking";
import { formerUidsOf, keepForPerson } from "../../commands/keep-for-person";
import { type BookingChain, readChain } from "../../commands/read-chain";
import { rememberUids } from "../../repository/bookings";
import { writeEventMap } from "../../repository/event-map";
import { conflictReason } from "../../rules/conflict";
import { isForAnother, isSame } from "../../rules/judge-news";
import { isLive } from "../../rules/next-step";
import { isOwnReason, reasonFor } from "../../rules/words";
import type { BookingCopy } from "../../schema";
import type { DecideConflictInput } from "../schema";
import { askAbout } from "./read-booking";
import { lockConflict, type OpenConflict, settleConflict } from "./settle-conflict";

interface Found extends BookingChain {
  /** By us just now, by somebody else before, or not at all because it is another one by now. */
  state: "cancelled" | "over" | "changed";
}

// Not audited: settleConflict writes it.
/**
 * The booking is cancelled over there, which tells its attendee. Only what was shown is: one that has changed there meanwhile is
 * shown anew, and the decision refused.
 */
export async function cancelThere(ctx: CompanyContext, { conflictId }: DecideConflictInput): Promise<void> {
  const about = { conflictId, decision: "cancel_there" } as const;
  const found = await askAbout(ctx, about, (calcom, shown) => cancelAsShown(ctx, calcom, shown));
  await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, about);
    const copy = found.booking ? toCopy(found.booking) : { ...conflict.copy, status: "cancelled" };
    if (found.state === "changed") return showAnew(tx, { conflict, copy, uids: found.uids });
    if (found.state === "over") return void (await withdraw(tx, { known: conflict, copy, uids: found.uids }));
    await writeEventMap(tx, conflict, { state: conflict.state, copy });
    await rememberUids(tx, { id: conflict.id, uids: formerUidsOf(conflict, { booking: copy, uids: found.uids }) });
    await settleConflict(tx, { conflict, decision: "cancelled_there" });
  });
  if (found.state === "changed") throw new AppError({ code: "INVALID_TRANSITION", reason: "changed_there" });
}

async function cancelAsShown(ctx: CompanyContext, calcom: Calcom, shown: BookingCopy): Promise<Found> {
  const chain = await readChain(ctx, calcom, shown.uid);
  const found = judge(chain, shown);
  if (found.state !== "cancelled" || !isStanding(chain)) return found;
  try {
    const booking = await calcom.cancelBooking({ uid: shown.uid, reason: reasonFor("cancelled", "de") });
    return { ...found, booking };
  } catch (error) {
    if (!(error instanceof CalcomError) || (error.kind !== "already_cancelled" && error.kind !== "gone")) throw error;
    // Somebody was faster: what they made of it is read, not guessed.
    return judge(await readChain(ctx, calcom, shown.uid), shown);
  }
}

const isStanding = ({ booking }: BookingChain): boolean => booking !== null && isLive(booking);

/** What stands as it was shown is ours to cancel; what carries our own words was, with an answer that never came. */
function judge(chain: BookingChain, shown: BookingCopy): Found {
  const { booking } = chain;
  if (!booking) return { ...chain, state: "over" };
  if (!isLive(booking)) return { ...chain, state: isOwnReason(booking.reason ?? "") ? "cancelled" : "over" };
  const isAsShown = isSame(shown, booking) && !isForAnother(shown, booking);
  return { ...chain, state: isAsShown ? "cancelled" : "changed" };
}

interface Anew {
  conflict: OpenConflict;
  copy: BookingCopy;
  uids: string[];
}

async function showAnew(tx: TransactionContext, { conflict, copy, uids }: Anew): Promise<void> {
  const reason = conflictReason.catch("not_readable").parse(conflict.reviewReason);
  await keepForPerson(tx, { known: conflict, booking: copy, uids, appointment: null, reason, said: "" });
}
