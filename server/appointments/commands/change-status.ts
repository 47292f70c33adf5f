import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentConfirmed, appointmentStatusChanged } from "../events";
import { chargeNoShow } from "../fees/commands/charge-no-show";
import { changeAppointment, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import { checkTransition } from "../rules/status";
import type { ChangeStatusInput } from "../schema";
import { requireAppointment } from "./load-appointment";

type Step = "confirmed" | "in_progress" | "completed" | "no_show";

const ACTION = {
  confirmed: "confirm_appointments",
  in_progress: "start_appointments",
  completed: "complete_appointments",
  no_show: "mark_no_show_appointments",
} as const;

interface StatusChange extends ChangeStatusInput {
  /** False where the customer hears of it elsewhere. */
  notifyCustomer?: boolean;
}

/** One step of the status machine; cancelling is a command of its own. A no-show before the start is refused. */
async function changeStatus(ctx: CompanyContext, { to, ...input }: StatusChange & { to: Step }): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    const refusal = checkTransition(before.status, to);
    if (refusal) throw new AppError(refusal);
    if ((to === "no_show" || to === "completed") && before.startsAt > tx.now) {
      throw new AppError({ code: "INVALID_TRANSITION", reason: "not_started_yet" });
    }
    const stamp = { confirmed: "confirmedAt", in_progress: "startedAt", completed: "completedAt", no_show: null }[to];
    await changeAppointment(tx, before, { status: to, ...(stamp ? { [stamp]: tx.now } : {}) });
    const subject = { appointmentId: before.id, customerId: before.customer.id };
    const change = { oldValues: { status: before.status }, newValues: { status: to } };
    const policy = to === "no_show" ? await chargeNoShow(tx, { before, waivesFee: input.waivesFee }) : null;
    const cost = policy && { policyResult: policy, feeCents: policy.feeCents };
    await recordModification(tx, { ...subject, ...change, ...cost, type: "status_changed" });
    recordAudit(tx, {
      action: ACTION[to],
      subjectType: "appointment",
      subjectId: before.id,
      before: change.oldValues,
      after: change.newValues,
    });
    const confirmed = { ...subject, startsAt: before.startsAt, ...noticeOf(input) };
    if (to === "confirmed") await publish(tx, appointmentConfirmed, confirmed);
    else await publish(tx, appointmentStatusChanged, { ...subject, from: before.status, to });
  });
}

/** Accepts a pending appointment. */
export const confirmAppointment = (ctx: CompanyContext, input: StatusChange) =>
  changeStatus(ctx, { ...input, to: "confirmed" });
/** The customer is here. */
export const startAppointment = (ctx: CompanyContext, input: ChangeStatusInput) =>
  changeStatus(ctx, { ...input, to: "in_progress" });
/** Done; from here on it counts as revenue. */
export const completeAppointment = (ctx: CompanyContext, input: ChangeStatusInput) =>
  changeStatus(ctx, { ...input, to: "completed" });
/** The customer did not come; frees the time. */
export const markNoShow = (ctx: CompanyContext, input: ChangeStatusInput) =>
  changeStatus(ctx, { ...input, to: "no_show" });
