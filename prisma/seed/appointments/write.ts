import { DAY } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf, serviceIdOf, staffIdOf } from "../business";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import { modificationRows } from "./modifications";
import { isActive, type PlannedAppointment } from "./planned";

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
    planned.map((one) => segmentRow(seeding, one)),
  );
  await insertRows(
    tx.staffOccupancy,
    occupying.map((one) => occupancyRow(seeding, one)),
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

function segmentRow({ business }: Seeding, one: PlannedAppointment) {
  return {
    id: idOf(business, "segment", one.index),
    companyId: companyIdOf(business),
    appointmentId: idOf(business, "appointment", one.index),
    position: 0,
    serviceId: serviceIdOf(business, one.service.name),
    name: one.service.name,
    staffId: staffIdOf(business, one.staff.name),
    startsAt: one.startsAt,
    endsAt: one.endsAt,
  };
}

function occupancyRow({ business }: Seeding, one: PlannedAppointment) {
  return {
    id: idOf(business, "occupancy", one.index),
    companyId: companyIdOf(business),
    staffId: staffIdOf(business, one.staff.name),
    segment: 0,
    appointmentId: idOf(business, "appointment", one.index),
    blockedFrom: one.blockedFrom,
    blockedUntil: one.blockedUntil,
  };
}
