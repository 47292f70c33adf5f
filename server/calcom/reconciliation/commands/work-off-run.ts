import { type CompanyContext, companyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { CalcomError } from "../../adapters/calcom-error";
import { connectionNotes } from "../../connection/schema";
import { calcomRunChanged } from "../../events";
import { findApiKey } from "../../repository/connection";
import { readStrategies } from "../queries/get-strategies";
import { closeSettledDrifts } from "../repository/drifts";
import { changeHeldRun, type HeldRun, LeaseLost, leaseRun, renewLease } from "../repository/held-runs";
import { changeRun, findRun, type RunRow } from "../repository/runs";
import { markCompared, type Stretch } from "../repository/sides";
import { kindsOf } from "../rules/compare-pair";
import { driftStrategy } from "../schema";
import { type ComparedStretch, compareStretch } from "./compare-stretch";
import { requireSameAccount } from "./require-same-account";
import { resolveStretch } from "./resolve-stretch";

/** So much is compared at once. */
const STRETCH_MS = 14 * DAY;

export type RunStep = { state: "more" } | { state: "waiting"; seconds: number } | { state: "over" };

// Not audited: that the work was asked for is, and so is each change.
/**
 * Compares the next stretch of a run and brings both sides together. How far it has come stands in the run, so it may end at any
 * instruction and is taken up again. What no other try would change ends the run, and is named.
 */
export async function workOffRun(job: CompanyContext, { runId }: { runId: string }): Promise<RunStep> {
  const { companyId, now, requestId } = job;
  const ctx = companyContext({ companyId, now, requestId, actor: { kind: "calcom" } });
  const run = await transact(ctx, (tx) => leaseRun(tx, runId));
  if (!run) return leaveToOthers(ctx, runId);
  try {
    return await workOrEnd(ctx, run);
  } catch (error) {
    if (error instanceof LeaseLost) return leaveToOthers(ctx, runId);
    throw error;
  }
}

/** Somebody else has it, or it is over. */
async function leaveToOthers(ctx: CompanyContext, runId: string): Promise<RunStep> {
  const run = await transact(ctx, (tx) => findRun(tx, runId));
  return run?.state === "running" ? { state: "waiting", seconds: 10 } : { state: "over" };
}

async function workOrEnd(ctx: CompanyContext, run: RunRow): Promise<RunStep> {
  try {
    return await work(ctx, run);
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const reason = reasonToEnd(error);
    if (reason) return end(ctx, run, reason);
    await transact(ctx, (tx) => changeHeldRun(tx, run, { isGivenBack: true }));
    throw error;
  }
}

/** A key that is refused stays so, and what is refused by name would be again. */
function reasonToEnd(error: unknown): string | null {
  if (error instanceof CalcomError) return error.kind === "unreadable" ? "calcom_unreadable" : "calcom_refused";
  return error instanceof AppError && ENDING.includes(error.reason) ? error.reason : null;
}
const ENDING = ["calcom_key_refused", "calcom_not_connected", "calcom_other_account"];

// Not audited: see workOffRun.
/** A fault that did not pass: what was done stays, and another run begins anew. */
export async function failRun(ctx: CompanyContext, { runId, error }: { runId: string; error: unknown }): Promise<void> {
  await end(ctx, { id: runId }, error instanceof AppError ? error.reason : "calcom_run_failed");
}

async function end(ctx: CompanyContext, run: HeldRun | { id: string }, reason: string): Promise<RunStep> {
  await transact(ctx, async (tx) => {
    const end = { state: "failed" as const, reason };
    await ("leaseToken" in run ? changeHeldRun(tx, run, { end }) : changeRun(tx, run.id, { end }));
    await publish(tx, calcomRunChanged, { runId: run.id });
  });
  return { state: "over" };
}

async function work(ctx: CompanyContext, run: RunRow): Promise<RunStep> {
  const { apiKey, account, chosen } = await transact(ctx, async (tx) => {
    const { account } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
    return { apiKey: await findApiKey(tx), account, chosen: await readStrategies(tx) };
  });
  if (!apiKey) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
  if (run.position.getTime() === run.windowFrom.getTime()) {
    await transact(ctx, (tx) => closeSettledDrifts(tx));
    const asked = await requireSameAccount(ctx, { apiKey, accountId: account?.id ?? null });
    if ("waitSeconds" in asked) return rest(ctx, run, { seconds: asked.waitSeconds });
    await transact(ctx, (tx) => changeHeldRun(tx, run, { requests: asked.requests }));
  }
  const stretch = stretchOf(run);
  const reading = { ...stretch, apiKey, runId: run.id, isLooking: run.isDry, lookedUp: run.lookedUp };
  const compared = await compareStretch(ctx, reading);
  if ("waitSeconds" in compared) return rest(ctx, run, { seconds: compared.waitSeconds });
  await transact(ctx, (tx) => renewLease(tx, run));
  const forced = driftStrategy.nullable().catch(null).parse(run.strategy);
  const resolved = await resolveStretch(ctx, { run, compared, apiKey, chosen, forced });
  const requests = compared.requests + resolved.requests;
  const restSeconds = Math.max(compared.restSeconds, resolved.waitSeconds);
  if (!resolved.isDone) return rest(ctx, run, { seconds: restSeconds, requests });
  return goOn(ctx, run, { stretch, compared, requests, restSeconds });
}

const stretchOf = ({ position: from, windowUntil }: RunRow): Stretch => {
  return { from, until: new Date(Math.min(from.getTime() + STRETCH_MS, windowUntil.getTime())) };
};

async function rest(
  ctx: CompanyContext,
  run: RunRow,
  { seconds, requests = 0 }: { seconds: number; requests?: number },
): Promise<RunStep> {
  await transact(ctx, (tx) => changeHeldRun(tx, run, { requests, isGivenBack: true }));
  return seconds > 0 ? { state: "waiting", seconds } : { state: "more" };
}

interface Done {
  stretch: Stretch;
  compared: ComparedStretch;
  requests: number;
  restSeconds: number;
}

async function goOn(ctx: CompanyContext, run: RunRow, done: Done): Promise<RunStep> {
  const { stretch, compared, requests, restSeconds } = done;
  const { pairs, decidedCount, postponed, lookedUp, unnamedCount } = compared;
  const inState = (state: string) => pairs.filter(({ verdict }) => verdict.state === state);
  const adopted = inState("adopt").filter(({ verdict }) => kindsOf(verdict).length === 0);
  const isLast = postponed === 0 && stretch.until >= run.windowUntil;
  await transact(ctx, async (tx) => {
    const ids = pairs.flatMap(({ ours: { map } }) => (map ? [map.id] : []));
    if (!run.isDry) await markCompared(tx, ids);
    const counts = {
      compared: pairs.length + decidedCount + unnamedCount,
      equal: inState("equal").length + adopted.length,
      waiting: inState("waiting").length + inState("unsettled").length + decidedCount,
      failed: unnamedCount,
      unwritten: inState("unwritten").length,
    };
    const end = isLast ? { end: { state: "finished" as const } } : {};
    // What there was no turn for is looked up before the run goes on.
    const place = postponed > 0 ? { lookedUp } : { position: stretch.until };
    await changeHeldRun(tx, run, { ...place, counts, requests, isGivenBack: true, ...end });
    await publish(tx, calcomRunChanged, { runId: run.id });
  });
  if (isLast) return { state: "over" };
  return restSeconds > 0 ? { state: "waiting", seconds: restSeconds } : { state: "more" };
}
