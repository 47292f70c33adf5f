import { recordAudit } from "@/server/core/activity";
import { type TransactionContext, userIdOf } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { insertAppointment, insertSegments, recordModification } from "../repository/write";
import type { AppointmentSource, AppointmentStatus } from "../schema";

export interface PastAppointment {
  branchId: string;
  customerId: string;
  serviceId: string;
  serviceName: string;
  staffId: string;
  source: AppointmentSource;
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  priceCents: number;
  currency: string;
  notes?: string | null | undefined;
  /** What makes a repeat the same. */
  idempotencyKey?: string;
}

/** What is over takes nobody's time and is told to nobody; the customer's figures follow by themselves. */
export async function recordPastAppointment(tx: TransactionContext, past: PastAppointment): Promise<string> {
  const { serviceId, serviceName: name, staffId, status, startsAt, endsAt, priceCents, customerId, ...rest } = past;
  const appointmentId = newId();
  await insertAppointment(tx, {
    ...{ id: appointmentId, branchId: rest.branchId, customerId, serviceId, staffId, source: rest.source, status },
    ...{ startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt, priceCents, notes: rest.notes ?? null },
    ...{ currency: rest.currency, createdByUserId: userIdOf(tx), createdAt: tx.now },
    idempotencyKey: rest.idempotencyKey ?? null,
    ...(status === "completed" && { completedAt: endsAt }),
    ...(status === "cancelled" && { cancelledAt: tx.now }),
  });
  const part = { position: 0, serviceId, name, staffId, resourceId: null, startsAt, endsAt, occupiesStaff: true };
  await insertSegments(tx, [{ appointmentId, ...part }]);
  const at = startsAt.toISOString();
  const newValues = { startsAt: at, staffId, serviceId, priceCents, status, source: rest.source };
  await recordModification(tx, { appointmentId, customerId, type: "created", newValues });
  const subject = { subjectType: "appointment", subjectId: appointmentId };
  recordAudit(tx, { action: "create_appointments", ...subject, after: newValues });
  return appointmentId;
}
