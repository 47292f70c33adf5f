import { z } from "zod";
import type { AppointmentView } from "@/server/appointments/schema";
import { type ConflictReason, conflictReason } from "../rules/conflict";
import { bookingCopy } from "../schema";
import type { ConflictRow } from "./repository";
import { decisionsFor } from "./rules";
import type { ConflictView, OurSide } from "./schema";

const kept = z.object({ said: z.string().optional() }).catch({});
const resolved = z
  .object({ decision: z.string(), by: z.looseObject({ name: z.string().optional() }) })
  .nullable()
  .catch(null);

/** What a row says of the other side; null for one that says nothing. */
export function readTheirs({
  calcomBookingUid: uid,
  calcomBookingId,
  calcomEventTypeId: eventTypeId,
  calcomState,
}: ConflictRow) {
  const bookingId = calcomBookingId === null ? null : Number(calcomBookingId);
  const read = bookingCopy.safeParse({ ...(calcomState as object), uid, bookingId, eventTypeId });
  return read.success ? read.data : null;
}

interface Sides {
  theirs: NonNullable<ReturnType<typeof readTheirs>>;
  ours: AppointmentView | null;
  inTheWay: AppointmentView[];
}

export function toConflictView(row: ConflictRow, { theirs, ours, inTheWay }: Sides): ConflictView {
  const reason: ConflictReason | null = conflictReason.nullable().catch(null).parse(row.reviewReason);
  const settlement = row.resolvedAt ? resolved.parse(row.resolution) : null;
  const { attendee, host } = theirs;
  return {
    id: row.id,
    reason,
    said: kept.parse(row.calcomState).said || null,
    detectedAt: row.driftDetectedAt ?? row.createdAt,
    theirs: {
      uid: theirs.uid,
      title: theirs.title ?? null,
      startsAt: theirs.isTimeUntold ? null : theirs.startsAt,
      endsAt: theirs.isTimeUntold ? null : theirs.endsAt,
      status: theirs.status,
      hostName: host?.name || null,
      eventTypeId: theirs.eventTypeId,
      attendeeName: attendee?.name || null,
      attendeeContact: [attendee?.phone, attendee?.email].filter(Boolean).join(" · ") || null,
    },
    ours: ours && toOurSide(ours),
    inTheWay: inTheWay.map(toOurSide),
    decisions: reason && !settlement ? decisionsFor({ reason, hasAppointment: ours !== null }) : [],
    settled: settlement && {
      decision: settlement.decision,
      at: row.resolvedAt ?? row.createdAt,
      by: settlement.by.name ?? null,
    },
  };
}

function toOurSide(appointment: AppointmentView): OurSide {
  const { id: appointmentId, startsAt, endsAt, timezone, status, customer, serviceName, staff } = appointment;
  const names = { customerName: customer.name, serviceName, staffName: staff.name };
  return { appointmentId, startsAt, endsAt, timezone, status, ...names };
}
