import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { bookWithin } from "../../commands/book-appointment";
import { findBooked } from "../../repository/read";
import type { CreateBookingInput, CreatedBooking } from "../schema";

/** Books as everybody books, and answers in the shape that the API promised. */
export async function createBooking(ctx: CompanyContext, input: CreateBookingInput): Promise<CreatedBooking> {
  return transact(ctx, async (tx) => {
    // Not audited: the booking itself is.
    const { appointmentId, row } = await bookWithin(tx, input, (id) => findBooked(tx, id));
    const { calcomBookingUid, calcomSyncStatus, isReachable } = row;
    return {
      success: true,
      appointmentId,
      calcomBookingId: calcomBookingUid,
      calcomSyncStatus,
      confirmationSent: isReachable,
    };
  });
}
