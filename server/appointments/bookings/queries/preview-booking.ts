import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { openBookingRules } from "../../commands/booking-rules";
import type { BookingPreview, PreviewBookingInput } from "../schema";

/** What the rules would say to a booking if it were made now, before anybody makes it. */
export async function previewBooking(ctx: CompanyContext, input: PreviewBookingInput): Promise<BookingPreview> {
  return transact(ctx, async (tx) => {
    requireOwnBranch(tx, input.branchId);
    if (!(await findCustomer(tx, input))) throw notFound("customer");
    const { refusalFor, depositFor } = await openBookingRules(tx, input);
    const staffId = input.staffId ?? null;
    const refusal = refusalFor(staffId);
    return { refusal: refusal && { code: refusal.code, reason: refusal.reason }, deposit: depositFor(staffId) };
  });
}
