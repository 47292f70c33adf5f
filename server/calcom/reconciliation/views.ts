import { z } from "zod";
import type { AppointmentState } from "@/server/appointments/schema";
import { instant } from "@/server/core/time";
import { decisionsFor } from "../conflicts/rules";
import { conflictReason } from "../rules/conflict";
import type { BookingCopy } from "../schema";
import type { DriftRow } from "./repository/drifts";
import type { RunRow } from "./repository/runs";
import {
  type DriftSide,
  type DriftView,
  driftDecision,
  driftKind,
  driftOutcome,
  driftStrategy,
  type RunView,
} from "./schema";

const text = z.string().nullable().default(null);
/** A side as it is kept. */
const keptSide = z.object({
  ...{
    appointmentId: text,
    bookingUid: text,
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    status: z.string(),
  },
  ...{ timezone: text, customerName: text, contact: text, serviceName: text, staffName: text },
  changedAt: instant.nullable().default(null),
});

export function sideOfAppointment(appointment: AppointmentState, changedAt: Date | null) {
  const { id: appointmentId, startsAt, endsAt, status, timezone, customer, service, staff } = appointment;
  return keptSide.encode({
    ...{ appointmentId, bookingUid: appointment.calcomBookingUid, startsAt, endsAt, status, timezone },
    ...{
      customerName: customer.name,
      contact: customer.phone ?? null,
      serviceName: service.name,
      staffName: staff.name,
    },
    changedAt,
  });
}

export function sideOfBooking(booking: BookingCopy) {
  const { uid: bookingUid, status, title, host, attendee, changedAt, isTimeUntold } = booking;
  const [startsAt, endsAt] = isTimeUntold ? [null, null] : [booking.startsAt, booking.endsAt];
  return keptSide.encode({
    ...{ appointmentId: null, bookingUid, startsAt, endsAt, status, timezone: attendee?.timeZone ?? null },
    customerName: attendee?.name || null,
    contact: [attendee?.phone, attendee?.email].filter(Boolean).join(" · ") || null,
    ...{ serviceName: title ?? null, staffName: host?.name || null, changedAt: changedAt ?? null },
  });
}

const readSide = (kept: unknown): DriftSide | null => keptSide.nullable().catch(null).parse(kept);
const named = z.looseObject({ name: z.string().nullish() }).nullish().catch(null);

export function toDriftView(row: DriftRow): DriftView {
  return {
    ...{ id: row.id, version: row.version, state: row.state, detectedAt: row.detectedAt, runId: row.runId },
    kind: driftKind.parse(row.kind),
    strategy: driftStrategy.parse(row.strategy),
    conflictId: row.eventMapId,
    ours: readSide(row.ours),
    theirs: readSide(row.theirs),
    decisions: decisionsOf(row),
    outcome: driftOutcome.nullable().catch(null).parse(row.outcome),
    resolvedAt: row.resolvedAt,
    resolvedBy: named.parse(row.resolvedBy)?.name ?? null,
  };
}

/** Those that a person may take with one press; which appointment a booking is has to be chosen. */
function decisionsOf({ state, appointmentId, eventMap }: DriftRow): DriftView["decisions"] {
  const reason = conflictReason.safeParse(eventMap?.reviewReason);
  if (state !== "open" || eventMap?.driftStatus !== "manual_review" || !reason.success) return [];
  const possible = decisionsFor({ reason: reason.data, hasAppointment: appointmentId !== null });
  return possible.flatMap((one) => driftDecision.safeParse(one).data ?? []);
}

export function toRunView(run: RunRow): RunView {
  const { windowFrom: from, windowUntil: until, position } = run;
  const { id, kind, state, isDry, counts, kinds, requestCount, failedReason, startedAt, endedAt } = run;
  return {
    ...{ id, kind, state, isDry, from, until, counts, kinds, requestCount, failedReason, startedAt, endedAt },
    progress: (position.getTime() - from.getTime()) / (until.getTime() - from.getTime()),
    startedBy: named.parse(run.actor)?.name ?? null,
  };
}
