import { bookingCopy, pushState } from "@/server/calcom/schema";
import type { Prisma } from "@/server/core/generated/client";
import { isActive, type PlannedAppointment } from "./appointments/planned";
import { stepsOf } from "./appointments/steps";
import { companyIdOf, idOf } from "./business";
import { calcomUserIdOf, type EventType, eventTypesOf } from "./calcom-world";
import { ZONE } from "./clock";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";
import { hasCalcom } from "./tenancy";

/** Above whatever the other side counts up to by itself. */
const FIRST_BOOKING_ID = 500_000;

/** What is to come stands over there too, as if it had been written when it was booked: a booking for each of its parts. */
export async function writeCalcomCopies(seeding: Seeding): Promise<void> {
  const { tx, business } = seeding;
  if (!hasCalcom(business)) return;
  await insertRows(tx.calcomEventMap, copiesOf(seeding));
  await tx.$executeRaw`
    UPDATE appointments a
    SET calcom_sync_status = 'synced', calcom_synced_version = a.version, calcom_booking_uid = m.calcom_booking_uid
    FROM calcom_event_maps m
    WHERE m.company_id = ${companyIdOf(business)}::uuid AND a.company_id = m.company_id AND a.id = m.appointment_id
      AND m.segment_position = 0`;
}

function copiesOf(seeding: Seeding) {
  const { business, clock, planned } = seeding;
  const eventTypes = eventTypesOf(business);
  const coming = planned.filter((one) => isActive(one) && one.startsAt > clock.now);
  const parts = coming.flatMap((one) => {
    const type = eventTypes.find(({ staff, service }) => staff === one.staff && service.name === one.service.name);
    return type ? partsOf(one).map((part, position) => ({ one, type, part, position })) : [];
  });
  return parts.map((part, at) => copyRow(seeding, { ...part, bookingId: FIRST_BOOKING_ID + at }));
}

interface Part {
  one: PlannedAppointment;
  type: EventType;
  part: { startsAt: Date; endsAt: Date };
  position: number;
  bookingId: number;
}

function copyRow({ business }: Seeding, { one, type, part, position, ...told }: Part) {
  const name = `${one.index}/${position}`;
  const { uid, bookingId, eventTypeId, ...seen } = bookingCopy.encode({
    ...{ ...told, uid: uidOf(idOf(business, "calcom-booking", name)), eventTypeId: type.id, status: "accepted" },
    ...{ ...part, changedAt: one.movedFrom?.movedAt ?? one.bookedAt, ...whoOf(one, type) },
    host: { id: calcomUserIdOf(business, one.staff.name), name: one.staff.name },
  });
  const state = { version: one.movedFrom ? 2 : 1, begun: null, lease: null, failure: null };
  return {
    id: idOf(business, "calcom-copy", name),
    companyId: companyIdOf(business),
    appointmentId: idOf(business, "appointment", one.index),
    segmentPosition: position,
    calcomBookingUid: uid,
    calcomBookingId: bookingId,
    calcomEventTypeId: eventTypeId,
    calcomState: seen,
    platformState: pushState.encode(state) as Prisma.InputJsonObject,
  };
}

/** While something takes effect nobody is needed, and nothing stands there. */
const partsOf = (one: PlannedAppointment) =>
  stepsOf(one).flatMap(({ isStaffFree, startsAt, endsAt }) => (isStaffFree ? [] : [{ startsAt, endsAt }]));

const uidOf = (id: string): string => id.replaceAll("-", "").slice(-22);

function whoOf({ customer }: PlannedAppointment, { wanted, staff }: EventType) {
  const name = `${customer.firstName} ${customer.lastName}`;
  const phone = customer.mobile ?? customer.landline;
  const { email, language } = customer;
  const attendee = { name, email, phone, timeZone: ZONE, language };
  return { title: `${wanted.title} between ${staff.name} and ${name}`, attendee };
}
