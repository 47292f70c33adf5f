import { AppError } from "@/server/core/errors";
import { formatPhone } from "@/server/speech/rules/format-phone";
import type { DepositView } from "./deposits/schema";
import type { AppointmentDetailRow, AppointmentRow } from "./repository/read";
import { actionsOf } from "./rules/status";
import { BESIDE_A_STEP, undoOf } from "./rules/undo";
import type { AppointmentDetails, AppointmentView } from "./schema";

type Json = Record<string, unknown>;

export function toAppointmentView(row: AppointmentRow): AppointmentView {
  const { branch, customer } = row;
  const phone = customer.customerPhones[0]?.e164 ?? null;
  return {
    id: row.id,
    status: row.status,
    source: row.source,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timezone: branch.timezone,
    branch: { id: branch.id, name: branch.name },
    customer: {
      id: customer.id,
      name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
      phone,
      phoneText: phone && formatPhone(phone),
    },
    service: row.service,
    services: row.services,
    serviceName: row.serviceName,
    staff: row.staff,
    priceCents: row.priceCents,
    discountCents: row.discountCents,
    currency: row.currency,
    notes: row.notes,
    callId: row.callId,
    calcomSyncStatus: row.calcomSyncStatus,
    version: row.version,
    createdAt: row.createdAt,
  };
}

/** The refusal of an edit of an older state: it carries how the appointment stands now. */
export function changedMeanwhile(row: AppointmentRow | null): AppError {
  const current = row && toAppointmentView(row);
  const short = row && { version: row.version, status: row.status, starts_at: row.startsAt.toISOString() };
  return new AppError({
    code: "VERSION_CONFLICT",
    reason: "changed_meanwhile",
    ...(current && { details: { ...short, current } }),
  });
}

export function toAppointmentDetails(
  row: AppointmentDetailRow,
  {
    now,
    wish,
    deposit,
  }: {
    now: Date;
    wish: Pick<AppointmentDetails, "followedBy" | "partySize" | "sameStaff" | "maxWaitMinutes">;
    deposit: DepositView | null;
  },
): AppointmentDetails {
  return {
    ...toAppointmentView(row),
    ...wish,
    cancellationReason: row.cancellationReason,
    moveCount: row.moveCount,
    discountReason: row.discountReason,
    deposit,
    calcomBookingUid: row.calcomBookingUid,
    calcomSyncError: row.calcomSyncError,
    explanation: row.explanation as Json | null,
    segments: row.appointmentSegments.map(({ staff, ...segment }) => ({ ...segment, staffName: staff?.name ?? null })),
    resources: row.resourceOccupancies.map(({ resource, ...stretch }) => ({ ...resource, ...stretch })),
    modifications: row.appointmentModifications.map(({ createdAt: _, ...entry }) => ({
      ...entry,
      actor: entry.actor as Json,
      oldValues: entry.oldValues as Json | null,
      newValues: entry.newValues as Json | null,
    })),
    actions: actionsOf(row, now),
    undo: undoOf({ status: row.status, last: lastStepOf(row), now }),
  };
}

/** The step that was written last, whatever the clock said. */
function lastStepOf({ appointmentModifications }: AppointmentDetailRow) {
  const steps = appointmentModifications.filter(({ type }) => !BESIDE_A_STEP.includes(type));
  return steps.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0] ?? null;
}
