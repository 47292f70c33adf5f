import { DAY } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf, serviceIdOf, staffIdOf } from "../business";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import { modificationRows } from "./modifications";
import { isActive, type PlannedAppointment } from "./planned";
import { stepsOf } from "./steps";

/** Of what is over, only the last weeks still stand in the occupancies; the calendar looks back no further. */
const OCCUPIED_DAYS = 60;

/** Appointments, their parts, whose time they take, and how they came about. */
export async function writeAppointments(seeding: Seeding): Promise<void> {
  const { tx, planned, clock } = seeding;
  const occupiedSince = clock.now.getTime() - OCCUPIED_DAYS * DAY;
  const occupying = planned.filter(
    (one) => isActive(one) || (one.status === "completed" && one.startsAt.getTime() > occupiedSince),
  );
  await insertRows(
    tx.appointment,
    planned.map((one) => appointmentRow(seeding, one)),
  );
  await insertRows(
    tx.appointmentSegment,
    planned.flatMap((one) => segmentRows(seeding, one)),
  );
  await insertRows(
    tx.staffOccupancy,
    occupying.flatMap((one) => occupancyRows(seeding, one)),
  );
  await insertRows(
    tx.appointmentModification,
    planned.flatMap((one) => modificationRows(seeding, one)),
  );
}

function appointmentRow({ business }: Seeding, one: PlannedAppointment) {
  const receptionist = userIdWithRole(business, "receptionist");
  return {
    id: idOf(business, "appointment", one.index),
    companyId: companyIdOf(business),
    branchId: branchIdOf(business, one.branch),
    customerId: idOf(business, "customer", one.customer.index),
    serviceId: serviceIdOf(business, one.service.name),
    staffId: staffIdOf(business, one.staff.name),
    callId: one.bookedInCall === null ? null : idOf(business, "call", one.bookedInCall),
    source: one.source,
    status: one.status,
    bookingType: one.service.segments ? ("composite" as const) : ("simple" as const),
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    blockedFrom: one.blockedFrom,
    blockedUntil: one.blockedUntil,
    priceCents: one.priceCents,
    moveCount: one.movedFrom ? 1 : 0,
    version: one.movedFrom ? 2 : 1,
    confirmedAt: one.status === "pending" ? null : one.bookedAt,
    completedAt: one.status === "completed" ? one.endsAt : null,
    cancelledAt: one.cancelledAt,
    cancellationReason: one.cancellationReason,
    createdByUserId: one.source === "portal" ? receptionist : null,
    createdAt: one.bookedAt,
  };
}

function segmentRows({ business }: Seeding, one: PlannedAppointment) {
  return stepsOf(one).map(({ name, startsAt, endsAt, isStaffFree }, position) => ({
    id: idOf(business, "segment", position === 0 ? one.index : `${one.index}/${position}`),
    companyId: companyIdOf(business),
    appointmentId: idOf(business, "appointment", one.index),
    position,
    serviceId: serviceIdOf(business, one.service.name),
    name,
    staffId: staffIdOf(business, one.staff.name),
    startsAt,
    endsAt,
    occupiesStaff: !isStaffFree,
  }));
}

/** While something takes effect, nobody's time is taken; buffers stand before the first step and behind the last one. */
function occupancyRows({ business }: Seeding, one: PlannedAppointment) {
  const steps = stepsOf(one);
  return steps.flatMap(({ startsAt, endsAt, isStaffFree }, segment) => {
    if (isStaffFree) return [];
    return {
      id: idOf(business, "occupancy", segment === 0 ? one.index : `${one.index}/${segment}`),
      companyId: companyIdOf(business),
      staffId: staffIdOf(business, one.staff.name),
      segment,
      appointmentId: idOf(business, "appointment", one.index),
      blockedFrom: segment === 0 ? one.blockedFrom : startsAt,
      blockedUntil: segment === steps.length - 1 ? one.blockedUntil : endsAt,
    };
  });
}
