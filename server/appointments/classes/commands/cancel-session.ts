import { callOffSession } from "@/server/availability/classes/commands/replan-session";
import { requireComingSession } from "@/server/availability/classes/commands/require-session";
import type { CancelSessionInput } from "@/server/availability/classes/schema";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentCancelled } from "../../events";
import { changeAppointment, recordModification } from "../../repository/write";
import { noticeOf } from "../../rules/notice-choice";
import { listComingRows, type ParticipantRow } from "../repository";
import type { ChangedSession } from "../schema";

/** Calls a session off with every place in it. It is the business that cancels: nobody pays, everybody is told once. */
export async function cancelSession(ctx: CompanyContext, input: CancelSessionInput): Promise<ChangedSession> {
  return transact(ctx, async (tx) => {
    const before = await requireComingSession(tx, input);
    const reason = input.reason || null;
    const participants = await listComingRows(tx, input.classSessionId);
    for (const participant of participants) await cancelPlace(tx, { participant, reason, input });
    await callOffSession(tx, { before, reason });
    recordAudit(tx, {
      action: "cancel_appointments",
      subjectType: "class_session",
      subjectId: input.classSessionId,
      before: { isCancelled: false },
      after: { isCancelled: true, reason, participants: participants.length },
    });
    return { participants: participants.length };
  });
}

interface CancelledPlace {
  participant: ParticipantRow;
  reason: string | null;
  input: CancelSessionInput;
}

async function cancelPlace(tx: TransactionContext, { participant, reason, input }: CancelledPlace): Promise<void> {
  const { id: appointmentId, customer, status, startsAt } = participant;
  const cancelled = { status: "cancelled", cancelledAt: tx.now, cancellationReason: reason } as const;
  await changeAppointment(tx, participant, { ...cancelled, depositGoesBack: true });
  await recordModification(tx, {
    ...{ appointmentId, customerId: customer.id, type: "cancelled", reason },
    ...{ oldValues: { status }, newValues: { status: "cancelled", bySession: true } },
  });
  await publish(tx, appointmentCancelled, { appointmentId, customerId: customer.id, startsAt, ...noticeOf(input) });
}
