import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { toCopy } from "../../adapters/calcom-answers";
import { linkBooking, withdraw } from "../../commands/apply-booking";
import { noteFollowed } from "../../commands/apply-to-appointment";
import { bringHere } from "../../commands/bring-here";
import { readChain } from "../../commands/read-chain";
import { takeOverBooking } from "../../commands/take-over-booking";
import { isLive } from "../../rules/next-step";
import type { DecideConflictInput } from "../schema";
import { askAbout } from "./read-booking";
import { lockConflict, settleConflict } from "./settle-conflict";

// Not audited: settleConflict writes it, and so do the commands that it calls.
/**
 * What stands over there now is made so here too; refused with the reason while it still can't be. What was cancelled there
 * meanwhile waits for nobody any more, and that is told.
 */
export async function takeOverConflict(ctx: CompanyContext, { conflictId }: DecideConflictInput): Promise<void> {
  const { booking, uids } = await askAbout(ctx, { conflictId, decision: "take_over" }, (calcom, shown) =>
    readChain(ctx, calcom, shown.uid),
  );
  if (!booking) throw new AppError({ code: "PRECONDITION_FAILED", reason: "not_readable" });
  const isDone = await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, { conflictId, decision: "take_over" });
    const { appointmentId } = conflict;
    if (appointmentId) {
      const appointment = await getAppointmentState(tx, { appointmentId });
      const takesAttendee = conflict.reviewReason === "attendee_changed";
      await bringHere(tx, { known: conflict, booking, appointment, takesAttendee });
      await noteFollowed(tx, { known: { ...conflict, appointmentId }, booking, uids });
    } else if (!isLive(booking)) {
      await withdraw(tx, { known: conflict, copy: toCopy(booking), uids });
      return false;
    } else {
      const made = await takeOverBooking(tx, { booking: toCopy(booking), firstUid: uids[0] });
      await linkBooking(tx, { booking, uids, known: conflict, ...made });
    }
    await settleConflict(tx, { conflict, decision: "taken_over" });
    return true;
  });
  if (!isDone) throw new AppError({ code: "INVALID_TRANSITION", reason: "withdrawn_there" });
}
