import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { toCopy } from "../../adapters/calcom-answers";
import { linkBooking } from "../../commands/apply-booking";
import { bringHere, noteFollowed } from "../../commands/apply-to-appointment";
import { readChain } from "../../commands/read-chain";
import { takeOverBooking } from "../../commands/take-over-booking";
import type { DecideConflictInput } from "../schema";
import { askAbout } from "./read-booking";
import { lockConflict, settleConflict } from "./settle-conflict";

// Not audited: settleConflict writes it, and so do the commands that it calls.
/** What stands over there now is made so here too; refused with the reason while it still can't be. */
export async function takeOverConflict(ctx: CompanyContext, { conflictId }: DecideConflictInput): Promise<void> {
  const { booking, uids } = await askAbout(ctx, conflictId, (calcom, uid) => readChain(ctx, calcom, uid));
  if (!booking) throw new AppError({ code: "PRECONDITION_FAILED", reason: "not_readable" });
  await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, conflictId);
    const { appointmentId } = conflict;
    if (appointmentId) {
      const appointment = await getAppointment(tx, { appointmentId });
      await bringHere(tx, { known: conflict, booking, appointment });
      await noteFollowed(tx, { known: { ...conflict, appointmentId }, booking, uids });
    } else {
      const made = await takeOverBooking(tx, { booking: toCopy(booking), firstUid: uids[0] });
      await linkBooking(tx, { booking, uids, known: conflict, ...made });
    }
    await settleConflict(tx, { conflict, decision: "taken_over" });
  });
}
