import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { type RunStep, workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import type { DriftStrategy, RunKind } from "@/server/calcom/reconciliation/schema";
import { platformClient } from "@/server/core/db";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import type { BookableCompany } from "../../support/booking";

export const runRow = (runId: string) => platformClient().calcomSyncRun.findUniqueOrThrow({ where: { id: runId } });
export const driftsOf = ({ company: { companyId } }: BookableCompany) =>
  platformClient().calcomDrift.findMany({ where: { companyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

export const workOff = (ours: BookableCompany, runId: string, now: Date = NOW): Promise<RunStep> =>
  workOffRun(jobOf(ours.company, "compare-with-calcom", now), { runId });

interface Wanted {
  kind?: Exclude<RunKind, "import">;
  strategy?: DriftStrategy;
  now?: Date;
}

/** A run from beginning to end, as its job works it off. */
export async function reconcile(ours: BookableCompany, { kind = "window", strategy, now = NOW }: Wanted = {}) {
  const { runId } = await startRun(ownerOf(ours.company, now), { kind, strategy: strategy ?? null });
  for (let steps = 0; steps < 60; steps++) {
    if ((await workOff(ours, runId, now)).state === "over") return runRow(runId);
  }
  throw new Error("the run does not come to its end");
}

/** What the push job does with all that waits to be written there. */
export async function pushAll({ company }: BookableCompany, now: Date = NOW): Promise<void> {
  const { companyId } = company;
  const waiting = await platformClient().appointment.findMany({ where: { companyId, calcomSyncStatus: "pending" } });
  for (const { id: appointmentId } of waiting) {
    await pushAppointment(jobOf(company, "sync-appointment-to-calcom", now), { appointmentId });
  }
}
