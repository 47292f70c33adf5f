import type { CompanyContext } from "@/server/core/context";
import { cancelAppointment } from "../../commands/cancel-appointment";
import type { CancelBookingInput, CancelledBooking } from "../schema";

/** Cancels as everybody cancels, and answers in the shape that the API promised. */
export async function cancelBooking(ctx: CompanyContext, input: CancelBookingInput): Promise<CancelledBooking> {
  const { policy } = await cancelAppointment(ctx, input);
  return {
    success: true,
    refundEligible: policy.refundableCents > 0,
    policyViolation: policy.isViolation,
    cancellationFee: policy.feeCents,
  };
}
