import { listServices } from "@/server/catalog/queries/list-services";
import { type CompanyContext, jobContext, type TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { listStaff } from "@/server/staff/queries/list-staff";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { importChanged } from "../events";
import { type ImportFacts, planLine } from "../queries/plan-line";
import { changeImport, findImport, type ImportRow, lockImport } from "../repository/jobs";
import { findOverlap, type LineOutcome, nextLines, type TakenLine, writeLine } from "../repository/lines";
import { type ImportPhase, isPhase, PHASES } from "../rules/progress";
import { problem } from "../rules/read-line";
import { importMapping, importOptions } from "../schema";
import { contextOfStored } from "./stored-actor";
import { takeBackLine } from "./take-back-line";
import { takeOverLine } from "./take-over-line";

/** A stop is heard, and whoever is killed loses no more than so many lines' work. */
const LINES_AT_ONCE = 20;
/** A step of the job tells how far it has come about so often. */
const STEP_MS = 5000;

interface Work {
  companyId: string;
  importId: string;
}

// Not audited here: each line's appointment is, and that the work was asked for.
/**
 * Works lines off for some seconds. Each few are one transaction, with what became of them, so that a process that dies
 * leaves none of them half done and none of them is done twice; says whether any are left.
 */
export async function workOffImport(work: Work): Promise<{ isOver: boolean }> {
  const until = Date.now() + STEP_MS;
  for (;;) {
    const isOver = await workOffSome(work);
    if (isOver || Date.now() >= until) return { isOver };
  }
}

async function workOffSome({ companyId, importId }: Work): Promise<boolean> {
  const asked = await transact(jobContext({ companyId }, "run-import"), (tx) => findImport(tx, importId));
  if (!asked || !isPhase(asked.status)) return true;
  return transact(contextOfStored({ companyId }, asked.actor), async (tx) => {
    const job = await lockImport(tx, importId);
    if (!job || !isPhase(job.status)) return true;
    const phase = job.status;
    const lines = await nextLines(tx, { jobId: job.id, state: PHASES[phase].takes, limit: LINES_AT_ONCE });
    const facts = await loadFacts(tx, job);
    for (const line of lines) await writeLine(tx, line.id, await workOn(tx, { job, phase, facts, line }));
    if (lines.length === LINES_AT_ONCE) {
      await publish(tx, importChanged, { importId, status: phase });
      return false;
    }
    const status = PHASES[phase].ends;
    await changeImport(tx, job, { status, finishedAt: tx.now });
    await publish(tx, importChanged, { importId, status });
    return true;
  });
}

async function loadFacts(tx: TransactionContext, job: ImportRow): Promise<ImportFacts> {
  const { branchId, branch } = job;
  return {
    branchId,
    zone: branch.timezone,
    currency: (await getCompany(tx)).currency,
    mapping: importMapping.parse(job.mapping),
    options: importOptions.parse(job.options),
    services: await listServices(tx, { branchId }),
    staff: await listStaff(tx, { branchId }),
  };
}

interface LineWork {
  job: ImportRow;
  phase: ImportPhase;
  facts: ImportFacts;
  line: TakenLine;
}

async function workOn(tx: TransactionContext, { job, phase, facts, line }: LineWork): Promise<LineOutcome> {
  if (phase === "checking") return check(tx, { job, facts, line });
  const failed = phase === "running" ? "failed" : "kept";
  const work = phase === "running" ? () => takeOver(tx, { facts, line }) : () => takeBackLine(tx, line);
  const outcome = await attempt(tx, work);
  if ("result" in outcome) return outcome.result;
  return { state: failed, problems: [problem(outcome.refusal.reason, null, null)] };
}

async function check(tx: TransactionContext, { job, facts, line }: Omit<LineWork, "phase">): Promise<LineOutcome> {
  const planned = await planLine(tx, { facts, cells: line.cells });
  if ("problems" in planned) return { state: "problem", problems: planned.problems };
  const { plan } = planned;
  const earlier = await findOverlap(tx, { jobId: job.id, line: line.line, plan });
  if (earlier === null) return { state: "ready", plan };
  return { state: "problem", problems: [problem("overlaps_line", "startsAt", String(earlier))] };
}

async function takeOver(
  tx: TransactionContext,
  { facts, line }: { facts: ImportFacts; line: TakenLine },
): Promise<LineOutcome> {
  const made = await takeOverLine(tx, { facts, line });
  return "problems" in made ? { state: "failed", problems: made.problems } : { state: "done", ...made };
}

/** A fault that did not pass: what was taken over stays, and somebody may go on. */
export async function failImport(ctx: CompanyContext, { importId }: { importId: string }): Promise<void> {
  // Not audited: nothing that the company entered was changed.
  await transact(ctx, async (tx) => {
    const job = await lockImport(tx, importId);
    if (!job || !isPhase(job.status)) return;
    await changeImport(tx, job, { status: "failed", error: job.status, finishedAt: tx.now });
    await publish(tx, importChanged, { importId, status: "failed" });
  });
}
