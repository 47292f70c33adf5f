import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { appointmentRescheduled } from "../../events";
import { changeAppointment, recordModification } from "../../repository/write";
import { noticeOf } from "../../rules/notice-choice";
import { type ParticipantRow, writeSegmentTimes } from "../repository";

interface Move {
  participant: ParticipantRow;
  to: { startsAt: Date; endsAt: Date; staffId: string };
  telling: { reason?: string | null | undefined; notifyCustomer?: boolean | undefined };
}

/** One place of a class goes along with its session; it is not the customer's doing, so no policy and no count of moves. */
export async function moveParticipant(tx: TransactionContext, { participant, to, telling }: Move): Promise<void> {
  const shift = to.startsAt.getTime() - participant.startsAt.getTime();
  await changeAppointment(tx, participant, {
    ...to,
    blockedFrom: new Date(participant.blockedFrom.getTime() + shift),
    blockedUntil: new Date(participant.blockedUntil.getTime() + shift),
  });
  await writeSegmentTimes(tx, { appointmentId: participant.id, ...to });
  const customerId = participant.customer.id;
  await recordModification(tx, {
    appointmentId: participant.id,
    customerId,
    type: shift === 0 ? "reassigned" : "rescheduled",
    oldValues: { startsAt: participant.startsAt.toISOString(), staffId: participant.staffId },
    newValues: { startsAt: to.startsAt.toISOString(), staffId: to.staffId, bySession: true },
    reason: telling.reason ?? null,
  });
  await publish(tx, appointmentRescheduled, {
    appointmentId: participant.id,
    customerId,
    from: participant.startsAt,
    to: to.startsAt,
    ...noticeOf(telling),
  });
}
