import { HOUR } from "@/server/core/time";
import { companyIdOf, idOf, type SeedBusiness, serviceIdOf, staffIdOf } from "../business";
import { userIdWithRole, usersOf } from "../identity";
import type { Seeding } from "../seeding";
import type { PlannedAppointment } from "./planned";

/** How an appointment came about and what became of it, told as the commands would have recorded it. */
export function modificationRows({ business }: Pick<Seeding, "business">, one: PlannedAppointment) {
  const row = (type: "created" | "rescheduled" | "cancelled" | "status_changed") => ({
    id: idOf(business, "modification", `${one.index}/${type}`),
    companyId: companyIdOf(business),
    appointmentId: idOf(business, "appointment", one.index),
    customerId: idOf(business, "customer", one.customer.index),
    type,
  });
  return [
    {
      ...row("created"),
      newValues: createdValues(business, one),
      actor: bookerOf(business, one),
      occurredAt: one.bookedAt,
    },
    ...(one.movedFrom ? [{ ...row("rescheduled"), ...moveOf(business, one, one.movedFrom) }] : []),
    ...(one.cancelledAt ? [{ ...row("cancelled"), ...cancellationOf(business, one, one.cancelledAt) }] : []),
    ...(one.status === "completed" || one.status === "no_show"
      ? [{ ...row("status_changed"), ...endOf(business, one) }]
      : []),
  ];
}

function createdValues(business: SeedBusiness, one: PlannedAppointment) {
  return {
    startsAt: (one.movedFrom?.startsAt ?? one.startsAt).toISOString(),
    staffId: staffIdOf(business, one.staff.name),
    serviceId: serviceIdOf(business, one.service.name),
    priceCents: one.priceCents,
    status: one.status === "pending" ? "pending" : "confirmed",
  };
}

function moveOf(
  business: SeedBusiness,
  one: PlannedAppointment,
  { startsAt, movedAt, callIndex }: NonNullable<PlannedAppointment["movedFrom"]>,
) {
  const staffId = staffIdOf(business, one.staff.name);
  return {
    oldValues: { startsAt: startsAt.toISOString(), staffId },
    newValues: { startsAt: one.startsAt.toISOString(), staffId },
    actor: { kind: "agent", callId: idOf(business, "call", callIndex) },
    occurredAt: movedAt,
  };
}

function cancellationOf(business: SeedBusiness, one: PlannedAppointment, cancelledAt: Date) {
  const { cancelledInCall, cancellationReason } = one;
  return {
    oldValues: { status: "confirmed" },
    newValues: { status: "cancelled" },
    reason: cancellationReason,
    actor:
      cancelledInCall === null
        ? receptionOf(business)
        : { kind: "agent", callId: idOf(business, "call", cancelledInCall) },
    occurredAt: cancelledAt,
  };
}

function endOf(business: SeedBusiness, one: PlannedAppointment) {
  return {
    oldValues: { status: "confirmed" },
    newValues: { status: one.status },
    actor: receptionOf(business),
    occurredAt: one.status === "completed" ? one.endsAt : new Date(one.startsAt.getTime() + HOUR / 4),
  };
}

function bookerOf(business: SeedBusiness, one: PlannedAppointment) {
  if (one.bookedInCall !== null) return { kind: "agent", callId: idOf(business, "call", one.bookedInCall) };
  if (one.source === "web") return { kind: "customer", customerId: idOf(business, "customer", one.customer.index) };
  return one.source === "calcom" ? { kind: "calcom" } : receptionOf(business);
}

/** Before the agent came, and still at the counter, people book. */
function receptionOf(business: SeedBusiness) {
  const users = usersOf(business);
  const user = users.find(({ role }) => role === "receptionist") ?? users[0];
  return { kind: "user", userId: userIdWithRole(business, "receptionist"), name: user?.name ?? "" };
}
