import { ulid } from "ulid";
import type { ClaimedJob } from "./claim";
import type { RunnerContext } from "./context";
import type { Sql } from "./database";
import { dueAt } from "./durations";
import { endRun, failure } from "./finalize";
import { internalEvents, NOTHING, type Operation, type StepState, toErrorBody } from "./protocol";
import { startRuns } from "./starting";
import { enqueue, openStep, proceed, settleStep } from "./steps";

const ASYNCHRONOUS = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);

interface Batch {
  job: ClaimedJob;
  operations: Operation[];
}

/** One operation at work: `isParallel` when siblings of the same reply stay open with it. */
interface Applied {
  runId: string;
  operation: Operation;
  isParallel: boolean;
}

/**
 * Carries out what a call asked for. Several operations with an asynchronous one among them are a parallel batch: the
 * function is called again once, when the last of them has settled (those marked as race: whenever one does).
 */
export async function applyOperations(ctx: RunnerContext, tx: Sql, { job, operations }: Batch): Promise<void> {
  const runId = job.run_id;
  const isParallel = operations.length > 1 && operations.some(({ op }) => ASYNCHRONOUS.has(op));
  if (operations.length > 1) await tx.query("UPDATE inngest.run SET plan_only = true WHERE id = $1", [runId]);
  let settledLast: Operation | undefined;
  for (const operation of waitsFirst(operations)) {
    if (operation.op === "RunComplete") {
      await endRun(ctx, tx, runId, { status: "completed", output: operation.data });
      return;
    }
    const isSettled = await applyOperation(ctx, tx, { runId, operation, isParallel });
    if (isSettled === "unsupported") {
      const message = `${operation.op} ("${operation.displayName ?? operation.id}") is not supported by the embedded runner`;
      await endRun(ctx, tx, runId, failure(message, "UnsupportedOperationError"));
      return;
    }
    if (isSettled) settledLast = operation;
  }
  if (settledLast) await proceed(tx, runId, settledLast.id);
}

/** A step may answer the very event that its sibling waits for: the wait has to stand first. */
function waitsFirst(operations: Operation[]): Operation[] {
  const isWait = ({ op }: Operation) => op === "WaitForEvent";
  return [...operations.filter(isWait), ...operations.filter((operation) => !isWait(operation))];
}

/** True when the step is settled at once, so that the function can go on. */
async function applyOperation(ctx: RunnerContext, tx: Sql, applied: Applied): Promise<boolean | "unsupported"> {
  const { runId, operation } = applied;
  switch (operation.op) {
    case "StepRun":
    case "Step":
      return settle(tx, applied, { type: "data", data: operation.data ?? null });
    case "StepFailed":
    case "StepError":
      return settle(tx, applied, { type: "error", error: toErrorBody(operation.error) });
    case "DiscoveryRequest":
      return true;
    case "StepPlanned":
      if (await open(tx, applied)) await enqueue(tx, runId, { dedupeKey: `run:${operation.id}`, target: operation.id });
      return false;
    case "Sleep":
      if (await open(tx, applied)) await setTimer(tx, applied, operation.opts?.duration ?? operation.name, NOTHING);
      return false;
    case "WaitForEvent":
      if (await open(tx, applied)) await setTimer(tx, applied, operation.opts?.timeout, NOTHING);
      return false;
    case "InvokeFunction":
      return (await open(tx, applied)) ? invoke(ctx, tx, applied) : false;
    default:
      return "unsupported";
  }
}

function settle(tx: Sql, { runId, operation }: Applied, state: StepState): Promise<boolean> {
  const step = { id: operation.id, name: operation.displayName ?? operation.name ?? null, operation: operation.op };
  return settleStep(tx, runId, step, state);
}

function open(tx: Sql, { runId, operation, isParallel }: Applied): Promise<boolean> {
  const { id, name, displayName, op, opts } = operation;
  return openStep(tx, runId, {
    id,
    name: displayName ?? name ?? null,
    operation: op,
    isParallel,
    isRace: opts?.parallelMode === "race",
    ...(op === "WaitForEvent" ? { waitEvent: opts?.event ?? name ?? "", waitExpression: opts?.if } : {}),
  });
}

async function setTimer(tx: Sql, { runId, operation }: Applied, until: string | undefined, state: StepState) {
  if (!until) return;
  await enqueue(tx, runId, {
    dedupeKey: `timer:${operation.id}`,
    dueAt: dueAt(until, Date.now()),
    timer: { stepId: operation.id, state },
  });
}

async function invoke(ctx: RunnerContext, tx: Sql, applied: Applied): Promise<boolean> {
  const { runId, operation } = applied;
  const { function_id: functionId = "", payload, timeout } = operation.opts ?? {};
  const config = ctx.registry.get(functionId);
  if (!config) {
    const error = { name: "Error", message: `could not find function ${functionId}` };
    return settle(tx, applied, { type: "error", error });
  }
  const error = { name: "InngestInvokeTimeoutError", message: "Timed out waiting for the invoked function to finish" };
  await setTimer(tx, applied, timeout, { type: "error", error });
  const data = { ...payload?.data, _inngest: { fn_id: functionId, correlation_id: `${runId}.${operation.id}` } };
  const event = { id: ulid(), ts: Date.now(), name: internalEvents.invoked, data };
  await startRuns(ctx, tx, [{ config, events: [event], cause: "invoke", parent: { runId, stepId: operation.id } }]);
  return false;
}
