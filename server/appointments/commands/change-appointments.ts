import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import type { Permission } from "@/server/identity/rules/permissions";
import { toOutcome, toRow } from "../batches/rules";
import type { BatchAction, ChangeAppointmentsInput, ChangedAppointments, ChangedRow } from "../batches/schema";
import { discardDraft } from "../imports/commands/discard-draft";
import { cancelAppointment } from "./cancel-appointment";
import { completeAppointment, confirmAppointment, markNoShow, startAppointment } from "./change-status";
import { requireAppointment } from "./load-appointment";
import { requireRight } from "./require-right";
import { rescheduleAppointment } from "./reschedule-appointment";

const STEPS: Partial<Record<BatchAction, typeof confirmAppointment>> = {
  confirm: confirmAppointment,
  start: startAppointment,
  complete: completeAppointment,
  no_show: markNoShow,
};

/** Many at once is a right of its own, beside that to the step. */
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
 * Does the same with many appointments; each is refused for itself, and says why: also one that there is not, that is
 * not theirs, or that somebody changed since they saw it. They are taken in one order, so that two requests for the same
 * ones wait for each other.
 */
export async function changeAppointments(
  ctx: CompanyContext,
  input: ChangeAppointmentsInput,
): Promise<ChangedAppointments> {
  return transact(ctx, async (tx) => {
    // Not audited: each of the steps is.
    requireRight(tx, NEEDED[input.action]);
    const ids = [...new Set(input.appointmentIds)];
    const rows = new Map<string, ChangedRow>();
    for (const id of [...ids].sort()) {
      rows.set(id, toRow(id, await attempt(tx, () => changeOne(tx, { appointmentId: id, input }))));
    }
    return toOutcome(ids.flatMap((id) => rows.get(id) ?? []));
  });
}

interface One {
  appointmentId: string;
  input: ChangeAppointmentsInput;
}

async function changeOne(tx: TransactionContext, { appointmentId, input }: One): Promise<void> {
  const { action, reason, notifyCustomer, isConfirmed, overridesPolicy, overrideReason, versions } = input;
  const subject = { appointmentId, version: versions?.[appointmentId] };
  const { startsAt } = await requireAppointment(tx, subject);
  const step = STEPS[action];
  if (step) return step(tx, subject);
  if (action === "reassign") return reassign(tx, { ...subject, startsAt, input });
  // An appointment is never deleted: it is cancelled, and only a draft of an import vanishes.
  if (action === "delete" && (await discardDraft(tx, { appointmentId }))) return;
  const decision = { isConfirmed, overridesPolicy, overrideReason };
  await cancelAppointment(tx, { ...subject, reason, notifyCustomer, ...decision });
}

type Reassignment = One & { version: number | undefined; startsAt: Date };

async function reassign(tx: TransactionContext, { input, startsAt, ...subject }: Reassignment): Promise<void> {
  const { staffId, reason, notifyCustomer, isConfirmed } = input;
  if (!staffId) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_missing" });
  const rest = { staffId, reason, notifyCustomer, isConfirmed };
  await rescheduleAppointment(tx, { ...subject, newStartsAt: startsAt, ...rest });
}
