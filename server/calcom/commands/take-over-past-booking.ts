import { recordPastAppointment } from "@/server/appointments/commands/record-past-appointment";
import { getService } from "@/server/catalog/services/queries/get-service";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { ensureCustomer } from "@/server/customers/commands/ensure-customer";
import { getPrice } from "@/server/policies/queries/get-price";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { describeAttendee } from "../rules/attendee";
import { branchesOf, findPlace, type WantedBooking } from "./take-over-booking";

/** Writes down a booking that is over as the appointment that it was: no rule stands in its way, nobody is told. */
export async function takeOverPastBooking(
  tx: TransactionContext,
  { booking, firstUid, isAbsent }: WantedBooking & { isAbsent: boolean },
): Promise<{ appointmentId: string; version: number }> {
  const { serviceId, staffId } = await findPlace(tx, booking);
  const { attendee, startsAt, endsAt } = booking;
  const [branchId] = await branchesOf(tx, staffId);
  if (!attendee || !(attendee.name || attendee.email || attendee.phone)) throw unplaced("no_attendee");
  if (!branchId) throw unplaced("unknown_host");
  const { name: serviceName } = await getService(tx, { serviceId });
  const { priceCents } = await getPrice(tx, { serviceId, branchId, staffId });
  const { currency } = await getCompany(tx);
  const { customerId } = await ensureCustomer(tx, describeAttendee(attendee));
  const appointmentId = await recordPastAppointment(tx, {
    ...{ branchId, customerId, serviceId, serviceName, staffId, startsAt, endsAt, priceCents, currency },
    ...{ source: "calcom", status: statusOf(booking, isAbsent), idempotencyKey: `calcom:${firstUid}` },
  });
  return { appointmentId, version: 1 };
}

/** What nobody confirmed did not take place. */
const statusOf = ({ status }: WantedBooking["booking"], isAbsent: boolean) =>
  status === "pending" ? "cancelled" : isAbsent ? "no_show" : "completed";

const unplaced = (reason: string) => new AppError({ code: "PRECONDITION_FAILED", reason });
