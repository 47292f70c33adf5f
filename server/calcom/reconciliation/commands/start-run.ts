import { recordAudit } from "@/server/core/activity";
import type { Actor, CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { DAY, MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { calcomRunChanged, calcomRunRequested } from "../../events";
import { findApiKey } from "../../repository/connection";
import { findFarthestDays } from "../repository/run-figures";
import { changeRun, findRunning, insertRun } from "../repository/runs";
import type { DriftStrategy, RunKind } from "../schema";

/** Longer than the longest rest between two tries of its job. */
const ABANDONED_MS = 60 * MINUTE;

const WINDOWS: Record<Exclude<RunKind, "import">, { backDays: number; aheadDays: number }> = {
  window: { backDays: 1, aheadDays: 14 },
  check: { backDays: 1, aheadDays: 14 },
  horizon: { backDays: 7, aheadDays: 365 },
};

export type WantedRun = {
  isDry?: boolean;
  /** In place of what the company chose. */
  strategy?: DriftStrategy | null;
  /** Whoever starts it works it off themselves. */
  isOwn?: boolean;
} & ({ kind: Exclude<RunKind, "import"> } | { kind: "import"; backDays: number; aheadDays: number });

/** Has both sides compared; refused while another run is under way. */
export async function startRun(ctx: CompanyContext, wanted: WantedRun): Promise<{ runId: string }> {
  return transact(ctx, async (tx) => {
    if (!(await findApiKey(tx))) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
    await giveUpAbandoned(tx);
    const { kind, isDry = kind === "check", strategy = null, isOwn = false } = wanted;
    const { backDays, aheadDays } = wanted.kind === "import" ? wanted : await windowOf(tx, wanted.kind);
    const [from, until] = [-backDays, aheadDays].map((days) => new Date(tx.now.getTime() + days * DAY)) as [Date, Date];
    const runId = await insertRun(tx, { kind, isDry, strategy, from, until, actor: toStored(tx.actor) });
    if (!runId) throw new AppError({ code: "INVALID_TRANSITION", reason: "calcom_run_running" });
    if (!isOwn) await publish(tx, calcomRunRequested, { runId });
    await publish(tx, calcomRunChanged, { runId });
    const asked = { kind, isDry, ...(strategy && { strategy }), from: from.toISOString(), until: until.toISOString() };
    // What runs by itself all day was asked for by nobody.
    if (tx.actor.kind !== "job")
      recordAudit(tx, { action: "compare_calcom", subjectType: "integration", subjectId: runId, after: asked });
    return { runId };
  });
}

/** Everything to the horizon is a year, and more where more may be booked. */
async function windowOf(tx: TransactionContext, kind: keyof typeof WINDOWS) {
  const window = WINDOWS[kind];
  if (kind !== "horizon") return window;
  const aheadDays = Math.max(window.aheadDays, ((await findFarthestDays(tx)) ?? 0) + 1);
  return { ...window, aheadDays };
}

/** Of which nobody has heard for so long that nobody can be at it any more. */
async function giveUpAbandoned(tx: TransactionContext): Promise<void> {
  const running = await findRunning(tx);
  if (!running || Date.now() - running.updatedAt.getTime() < ABANDONED_MS) return;
  await changeRun(tx, running.id, { end: { state: "failed", reason: "abandoned" } });
}

const toStored = (actor: Actor) => ({ kind: actor.kind, ...("name" in actor && { name: actor.name }) });
