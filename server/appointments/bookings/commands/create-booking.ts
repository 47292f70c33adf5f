import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { bookWithin } from "../../commands/book-appointment";
import { findBooked } from "../../repository/read";
import type { CreateBookingInput, CreatedBooking } from "../schema";

/** Books as everybody books, and answers in the shape that the API promised. */
export async function createBooking(ctx: CompanyContext, input: CreateBookingInput): Promise<CreatedBooking> {
  return transact(ctx, async (tx) => {
    // Not audited: the booking itself is.
    const { appointmentId } = await bookWithin(tx, input);
    const { calcomBookingUid, calcomSyncStatus, isReachable } = await findBooked(tx, appointmentId);
    return {
      success: true,
      appointmentId,
      calcomBookingId: calcomBookingUid,
      calcomSyncStatus,
      confirmationSent: isReachable,
    };
  });
}
