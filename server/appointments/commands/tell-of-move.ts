import type { Slot } from "@/server/availability/rules/slot";
import { recordAudit } from "@/server/core/activity";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { type EpochMs, MINUTE } from "@/server/core/time";
import { appointmentRescheduled } from "../events";
import type { AppointmentRow } from "../repository/read";
import { recordModification } from "../repository/write";
import type { Amounts } from "../rules/discount";
import { noticeOf } from "../rules/notice-choice";
import { overrideOf } from "../rules/override";
import type { PolicyResult, RescheduleAppointmentInput } from "../schema";
import { overriddenBy } from "./require-cancellation-allowed";

interface MoveFacts {
  before: AppointmentRow;
  slot: Slot;
  policy: PolicyResult;
  input: Pick<
    RescheduleAppointmentInput,
    "reason" | "notifyCustomer" | "notifyChannels" | "ignoresWorkingHours" | "overrideReason"
  >;
  isResized: boolean;
  amounts: Amounts | null;
}

/** Writes a move into the history and the log, and tells it to whoever reacts to it; a broken rule stands beside it. */
export async function tellOfMove(
  tx: TransactionContext,
  { before, slot, policy, input, isResized, amounts }: MoveFacts,
): Promise<void> {
  const { reason } = input;
  const length = ([from, until]: [EpochMs, EpochMs]) =>
    isResized ? { durationMinutes: Math.round((until - from) / MINUTE) } : {};
  const old = length([before.startsAt.getTime(), before.endsAt.getTime()]);
  const { priceCents, discountCents } = before;
  const agreed = amounts && { priceCents, discountCents };
  const oldValues = { startsAt: before.startsAt.toISOString(), staffId: before.staff.id, ...old, ...agreed };
  const next = length([slot.startsAt, slot.endsAt]);
  const against = overrideOf(input, { overriddenRule: overriddenBy(policy) });
  const newValues = {
    startsAt: new Date(slot.startsAt).toISOString(),
    staffId: slot.staffId,
    ...next,
    ...amounts,
    ...against,
  };
  const { feeCents } = policy;
  const entry = { appointmentId: before.id, customerId: before.customer.id, oldValues, newValues, reason };
  const judged = { ...entry, policyResult: policy };
  const isReassigned = before.startsAt.getTime() === slot.startsAt;
  if (isReassigned) await recordModification(tx, { ...entry, type: "reassigned" });
  else await recordModification(tx, { ...judged, feeCents, type: "rescheduled" });
  if (policy.isViolation) await recordModification(tx, { ...judged, type: "violation" });
  recordAudit(tx, {
    action: "reschedule_appointments",
    subjectType: "appointment",
    subjectId: before.id,
    before: oldValues,
    after: { ...newValues, reason: reason ?? null, feeCents },
  });
  const { id: appointmentId, customer } = before;
  await publish(tx, appointmentRescheduled, {
    appointmentId,
    customerId: customer.id,
    from: before.startsAt,
    to: new Date(slot.startsAt),
    ...noticeOf(isReassigned ? { ...input, notifyCustomer: input.notifyCustomer ?? false } : input),
  });
}
