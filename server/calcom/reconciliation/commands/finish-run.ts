import { setTimeout as pause } from "node:timers/promises";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { calcomRunRequested } from "../../events";
import { findRun, findRunning, type RunRow } from "../repository/runs";
import { startRun, type WantedRun } from "./start-run";
import { workOffRun } from "./work-off-run";

export interface Patience {
  /** Whoever waits at a door is told to come back rather than to wait longer. */
  mostSeconds: number;
  onProgress?: (run: RunRow) => void;
}

// Not audited: starting it is.
/** Works a run off while somebody waits; the same that was left behind is gone on with, any other stands in the way. */
export async function runNow(ctx: CompanyContext, wanted: WantedRun, patience: Patience): Promise<RunRow> {
  const left = await transact(ctx, (tx) => findRunning(tx));
  const { runId } =
    left && isWanted(left, wanted) ? { runId: left.id } : await startRun(ctx, { ...wanted, isOwn: true });
  return finishRun(ctx, { runId, ...patience });
}

function isWanted(left: RunRow, wanted: WantedRun): boolean {
  const { kind, isDry = kind === "check", strategy = null } = wanted;
  if (left.kind !== kind || left.isDry !== isDry || left.strategy !== strategy) return false;
  if (wanted.kind !== "import") return true;
  const days = (until: Date) => Math.round((until.getTime() - left.startedAt.getTime()) / DAY);
  return days(left.windowFrom) === -wanted.backDays && days(left.windowUntil) === wanted.aheadDays;
}

// Not audited: each change is.
/**
 * Works off what is left of it; throws when Cal.com is to be left alone for longer than anybody would wait, and leaves the rest
 * to the job.
 */
export async function finishRun(ctx: CompanyContext, patience: Patience & { runId: string }): Promise<RunRow> {
  const { runId } = patience;
  try {
    return await workOff(ctx, patience);
  } catch (error) {
    await transact(ctx, async (tx) => {
      if ((await findRun(tx, runId))?.state === "running") await publish(tx, calcomRunRequested, { runId });
    });
    throw error;
  }
}

async function workOff(
  ctx: CompanyContext,
  { runId, mostSeconds, onProgress }: Patience & { runId: string },
): Promise<RunRow> {
  const until = Date.now() + mostSeconds * 1000;
  for (;;) {
    const step = await workOffRun(ctx, { runId });
    const run = await transact(ctx, (tx) => findRun(tx, runId));
    if (!run) throw notFound("calcom_run");
    onProgress?.(run);
    if (step.state === "over") return run;
    const seconds = step.state === "waiting" ? step.seconds : 0;
    if (Date.now() + seconds * 1000 > until) {
      const details = { retryAfterSeconds: seconds };
      throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable", details });
    }
    await pause(seconds * 1000);
  }
}
