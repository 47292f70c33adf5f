import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { bookAppointment } from "../../commands/book-appointment";
import { getAppointment } from "../../queries/get-appointment";
import type { CreateBookingInput, CreatedBooking } from "../schema";

/** Books as everybody books, and answers in the shape that the API promised. */
export async function createBooking(ctx: CompanyContext, input: CreateBookingInput): Promise<CreatedBooking> {
  return transact(ctx, async (tx) => {
    // Not audited: the booking itself is.
    const { appointment } = await bookAppointment(tx, input);
    const customer = await findCustomer(tx, { customerId: input.customerId });
    const { calcomBookingUid, calcomSyncStatus } = await getAppointment(tx, { appointmentId: appointment.id });
    const isReachable = Boolean(customer?.email) || Boolean(customer?.phone && customer.smsOptIn);
    return {
      success: true,
      appointmentId: appointment.id,
      calcomBookingId: calcomBookingUid,
      calcomSyncStatus,
      confirmationSent: isReachable,
    };
  });
}
