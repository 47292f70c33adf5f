import { toOutcome, toRow } from "@/server/appointments/batches/rules";
import type { ChangedAppointments } from "@/server/appointments/batches/schema";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { findLastReminder, lockReminders } from "../repository/reminders";
import { REMIND_AGAIN_MS } from "../rules/timing";
import type { RemindCustomersInput } from "../schema";
import { notify } from "./notify";

/** Reminds customers of coming appointments because a person wants it, each at most once in some hours; says of each what came of it, also of one that there is not. */
export async function remindCustomers(
  ctx: CompanyContext,
  { appointmentIds }: RemindCustomersInput,
): Promise<ChangedAppointments> {
  return transact(ctx, async (tx) => {
    const ids = [...new Set(appointmentIds)].sort();
    const results: ChangedAppointments["results"] = [];
    for (const appointmentId of ids)
      results.push(toRow(appointmentId, await attempt(tx, () => remind(tx, appointmentId))));
    return toOutcome(results);
  });
}

async function remind(tx: TransactionContext, appointmentId: string): Promise<void> {
  const { status, startsAt } = await getAppointment(tx, { appointmentId });
  if (status !== "pending" && status !== "confirmed")
    throw new AppError({ code: "INVALID_TRANSITION", reason: `is_${status}` });
  if (startsAt <= tx.now) throw new AppError({ code: "INVALID_TRANSITION", reason: "started_already" });
  await lockReminders(tx, appointmentId);
  const last = await findLastReminder(tx, appointmentId);
  const until = last && new Date(last.getTime() + REMIND_AGAIN_MS);
  if (until && until > tx.now) {
    const retryAfterSeconds = Math.ceil((until.getTime() - tx.now.getTime()) / 1000);
    throw new AppError({ code: "RATE_LIMITED", reason: "reminded_recently", details: { retryAfterSeconds } });
  }
  const dedupeKey = `reminder:${appointmentId}:${tx.now.toISOString()}`;
  const queued = await notify(tx, { event: "reminder", appointmentId, dedupeKey });
  if (queued.length === 0) throw new AppError({ code: "VALIDATION_ERROR", reason: "no_recipient" });
  recordAudit(tx, {
    action: "remind_appointments",
    subjectType: "appointment",
    subjectId: appointmentId,
    after: { messages: queued.length },
  });
}
