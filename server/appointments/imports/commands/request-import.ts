import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { importChanged, importRequested } from "../events";
import { requireImport, viewImport } from "../queries/load-import";
import { changeImport, type ImportRow, lockImport } from "../repository/jobs";
import { resetLines, retryFailedLines } from "../repository/lines";
import { type ImportAction, isImportActionAllowed } from "../rules/progress";
import type { CheckImportInput, ImportInput, ImportStatus, ImportView } from "../schema";
import { toStoredActor } from "./stored-actor";

const GOES_TO = { check: "checking", start: "running", stop: "stopped", undo: "undoing" } as const;

/** Looks at every line without changing anything: what it would make, whom it means, what stands in its way. */
export async function checkImport(ctx: CompanyContext, input: CheckImportInput): Promise<ImportView> {
  return transact(ctx, async (tx) => {
    const job = await lockFor(tx, input, "check");
    if (input.version !== undefined && input.version !== job.version)
      throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: job.version } });
    await resetLines(tx, job.id);
    const { mapping, options } = input;
    await goOn(tx, { job, action: "check", data: { mapping, ...(options && { options }) } });
    return viewImport(tx, job.id);
  });
}

/** Takes the lines over that are ready, or goes on where it stopped; each line is taken over once. */
export async function startImport(ctx: CompanyContext, input: ImportInput): Promise<ImportView> {
  return transact(ctx, async (tx) => {
    const job = await lockFor(tx, input, "start");
    await retryFailedLines(tx, job.id);
    await goOn(tx, { job, action: "start", data: { startedAt: job.startedAt ?? tx.now } });
    return viewImport(tx, job.id);
  });
}

/** Stops after the lines that are just being worked on; what was taken over stays. */
export async function stopImport(ctx: CompanyContext, input: ImportInput): Promise<ImportView> {
  return transact(ctx, async (tx) => {
    const job = await lockFor(tx, input, "stop");
    const status = job.status === "checking" ? "uploaded" : "stopped";
    await goOn(tx, { job, action: "stop", data: {}, status });
    return viewImport(tx, job.id);
  });
}

/** Takes back what the import made, as far as nobody has touched it since. */
export async function undoImport(ctx: CompanyContext, input: ImportInput): Promise<ImportView> {
  return transact(ctx, async (tx) => {
    const job = await lockFor(tx, input, "undo");
    await goOn(tx, { job, action: "undo", data: {} });
    return viewImport(tx, job.id);
  });
}

async function lockFor(tx: TransactionContext, { importId }: ImportInput, action: ImportAction): Promise<ImportRow> {
  await lockImport(tx, importId);
  const job = await requireImport(tx, { importId });
  if (isImportActionAllowed(action, job.status)) return job;
  throw new AppError({ code: "INVALID_TRANSITION", reason: `import_is_${job.status}`, details: { from: job.status } });
}

interface Step {
  job: ImportRow;
  action: ImportAction;
  data: Parameters<typeof changeImport>[2];
  status?: ImportStatus;
}

async function goOn(tx: TransactionContext, { job, action, data, status = GOES_TO[action] }: Step): Promise<void> {
  const who = action === "stop" ? {} : { actor: toStoredActor(tx) };
  await changeImport(tx, job, { ...data, ...who, status, error: null, finishedAt: null });
  recordAudit(tx, {
    ...{ action: "import_appointments", subjectType: "import", subjectId: job.id },
    ...{ before: { status: job.status }, after: { status } },
  });
  await publish(tx, importChanged, { importId: job.id, status });
  if (action !== "stop") await publish(tx, importRequested, { importId: job.id });
}
