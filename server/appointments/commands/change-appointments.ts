import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import type { Permission } from "@/server/identity/rules/permissions";
import { may } from "@/server/identity/rules/permissions";
import { discardDraft } from "../imports/commands/discard-draft";
import type { BatchAction, ChangeAppointmentsInput, ChangedAppointments } from "../schema";
import { cancelAppointment } from "./cancel-appointment";
import { completeAppointment, confirmAppointment, markNoShow, startAppointment } from "./change-status";
import { requireAppointment } from "./load-appointment";
import { rescheduleAppointment } from "./reschedule-appointment";

const STEPS: Partial<Record<BatchAction, typeof confirmAppointment>> = {
  confirm: confirmAppointment,
  start: startAppointment,
  complete: completeAppointment,
  no_show: markNoShow,
};

const NEEDED: Record<BatchAction, Permission> = {
  confirm: "confirm_appointments",
  start: "start_appointments",
  complete: "complete_appointments",
  no_show: "mark_no_show_appointments",
  cancel: "cancel_appointments",
  delete: "cancel_appointments",
  reassign: "reschedule_appointments",
};

/**
 * Does the same with many appointments; each is refused for itself, and says why. One that there is not, or that is not
 * theirs, stops all: then the list itself is wrong.
 */
export async function changeAppointments(
  ctx: CompanyContext,
  input: ChangeAppointmentsInput,
): Promise<ChangedAppointments> {
  return transact(ctx, async (tx) => {
    // Not audited: each of the steps is.
    requireStep(tx, input.action);
    const ids = [...new Set(input.appointmentIds)];
    for (const appointmentId of ids) await requireAppointment(tx, { appointmentId });
    const results: ChangedAppointments["results"] = [];
    for (const appointmentId of ids) {
      const outcome = await attempt(tx, () => changeOne(tx, appointmentId, input));
      const error = "refusal" in outcome ? { code: outcome.refusal.code, reason: outcome.refusal.reason } : null;
      results.push({ appointmentId, success: error === null, error });
    }
    const changed = results.filter(({ success }) => success).length;
    return { changed, refused: results.length - changed, results };
  });
}

/** Many at once is a right of its own, beside that to the step. */
function requireStep(tx: TransactionContext, action: BatchAction): void {
  const permission = NEEDED[action];
  if (may(tx, permission)) return;
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}

async function changeOne(tx: TransactionContext, appointmentId: string, input: ChangeAppointmentsInput): Promise<void> {
  const { action, reason, notifyCustomer, isConfirmed } = input;
  const step = STEPS[action];
  if (step) return step(tx, { appointmentId });
  if (action === "reassign") return reassign(tx, appointmentId, input);
  // An appointment is never deleted: it is cancelled, and only a draft of an import vanishes.
  if (action === "delete" && (await discardDraft(tx, { appointmentId }))) return;
  await cancelAppointment(tx, { appointmentId, reason, notifyCustomer, isConfirmed });
}

async function reassign(tx: TransactionContext, appointmentId: string, input: ChangeAppointmentsInput): Promise<void> {
  const { staffId, reason, notifyCustomer, isConfirmed } = input;
  if (!staffId) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_missing" });
  const { startsAt } = await requireAppointment(tx, { appointmentId });
  await rescheduleAppointment(tx, {
    appointmentId,
    newStartsAt: startsAt,
    staffId,
    reason,
    notifyCustomer,
    isConfirmed,
  });
}
