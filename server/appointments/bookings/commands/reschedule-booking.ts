import type { CompanyContext } from "@/server/core/context";
import { toOffsetIso } from "@/server/core/time";
import { rescheduleAppointment } from "../../commands/reschedule-appointment";
import type { PolicyResult } from "../../schema";
import type { RescheduleBookingInput, RescheduledBooking } from "../schema";

/** Moves as everybody moves, and answers in the shape that the API promised. */
export async function rescheduleBooking(
  ctx: CompanyContext,
  input: RescheduleBookingInput,
): Promise<RescheduledBooking> {
  const { appointment, policy, previousStartsAt } = await rescheduleAppointment(ctx, input);
  const { id, timezone, startsAt } = appointment;
  return {
    success: true,
    appointmentId: id,
    oldTime: toOffsetIso(timezone, previousStartsAt.getTime()),
    newTime: toOffsetIso(timezone, startsAt.getTime()),
    policyCheck: checkOf(policy),
  };
}

/** A rule that was broken with a yes to its warning is a warning; one that somebody overrode is a violation. */
function checkOf({ isViolation, action }: PolicyResult) {
  if (!isViolation) return "passed";
  return action === "block" ? "violation" : "warning";
}
