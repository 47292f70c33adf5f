import type { CompanyContext } from "@/server/core/context";
import { postgresCode } from "@/server/core/database-error";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { isAboutOne } from "../../adapters/calcom-error";
import { changeHeldRun, type HeldRun } from "../repository/held-runs";
import type { RunRow } from "../repository/runs";
import { kindsOf } from "../rules/compare-pair";
import type { DriftStrategies, DriftStrategy } from "../schema";
import type { ComparedStretch, SeenPair } from "./compare-stretch";
import { lookForAgain } from "./look-for-again";
import { resolveAttendance } from "./resolve-attendance";
import { adoptPair, type Resolved, resolvePair } from "./resolve-pair";
import { takeInStranger } from "./take-in-stranger";
import { takeInUnreadable } from "./take-in-unreadable";

/** A step of the job ends about so soon, and the next one compares anew. */
const STEP_MS = 20_000;

interface Work {
  run: RunRow;
  compared: ComparedStretch;
  apiKey: string;
  chosen: DriftStrategies;
  forced: DriftStrategy | null;
}

export interface Progress {
  /** Nothing of what was seen is left that could be done now. */
  isDone: boolean;
  waitSeconds: number;
  requests: number;
}

// Not audited: the commands that it calls are.
/** Brings together what differs, one after the other, each with what was done about it in one transaction. */
export async function resolveStretch(ctx: CompanyContext, work: Work): Promise<Progress> {
  if (work.run.isDry) return countOnly(ctx, work);
  const { run, compared, apiKey, chosen, forced } = work;
  const choices = { run, chosen, forced, mayWrite: run.kind !== "import" };
  const endsAt = Date.now() + STEP_MS;
  const progress = { isDone: true, waitSeconds: 0, requests: 0 };
  let done = 0;
  for (const pair of attendanceLast(compared.pairs)) {
    const { verdict } = pair;
    if (verdict.state === "unsettled" && choices.mayWrite) await unlessRefused(ctx, run, () => lookForAgain(ctx, pair));
    if (verdict.state !== "adopt" && verdict.state !== "drift" && verdict.state !== "attended") continue;
    if (Date.now() > endsAt) return { ...progress, isDone: done === 0 };
    const settle = async (): Promise<Resolved | boolean> => {
      if (verdict.state === "drift") return resolvePair(ctx, { pair, drift: verdict, ...choices });
      if (verdict.state === "attended")
        return resolveAttendance(ctx, { pair, attendance: verdict.attendance, ...choices });
      const adopted = await adoptPair(ctx, pair);
      const { attendance } = verdict;
      return adopted && attendance
        ? resolveAttendance(ctx, { pair: adopted, attendance, ...choices })
        : adopted !== null;
    };
    const settled = await unlessRefused(ctx, run, settle);
    if (settled && settled !== "skipped") done += 1;
  }
  for (const booking of compared.strangers) {
    if (Date.now() > endsAt) return { ...progress, isDone: done === 0 };
    const taken = await unlessRefused(ctx, run, () => takeInStranger(ctx, { ...choices, apiKey, booking }));
    if (!taken) continue;
    if ("waitSeconds" in taken) return { ...progress, isDone: false, waitSeconds: taken.waitSeconds };
    done += 1;
    progress.requests += taken.requests;
    if (taken.restSeconds > 0) return { ...progress, isDone: false, waitSeconds: taken.restSeconds };
  }
  for (const side of compared.unreadable) await unlessRefused(ctx, run, () => takeInUnreadable(ctx, { run, side }));
  return progress;
}

/** Whether another part of a visit was called off counts before that one of them is over. */
const attendanceLast = (pairs: readonly SeenPair[]): SeenPair[] => {
  const isAttended = ({ verdict }: SeenPair) => verdict.state === "attended";
  return [...pairs.filter((pair) => !isAttended(pair)), ...pairs.filter(isAttended)];
};

/** One that can't be settled now stands in nobody's way: it is counted, and found again the next time. */
async function unlessRefused<T>(ctx: CompanyContext, run: HeldRun, settle: () => Promise<T>): Promise<T | null> {
  try {
    return await settle();
  } catch (error) {
    if (!isOfOne(error)) throw error;
    await transact(ctx, (tx) => changeHeldRun(tx, run, { counts: { failed: 1 } }));
    return null;
  }
}

/** Refused here or there, or not to be written beside what is there: whatever comes after it may still go well. */
function isOfOne(error: unknown): boolean {
  if (error instanceof AppError) return error.status < 500;
  return isAboutOne(error) || (postgresCode(error)?.startsWith(CONSTRAINT) ?? false);
}
const CONSTRAINT = "23";

async function countOnly(ctx: CompanyContext, { run, compared }: Work): Promise<Progress> {
  const drifts = compared.pairs.map(({ verdict }) => kindsOf(verdict)).filter(({ length }) => length > 0);
  const unread = compared.unreadable.filter(({ isKnown }) => !isKnown);
  const missing = [...compared.strangers, ...unread].map(() => "missing_in_platform" as const);
  const counts = { compared: missing.length, drifted: drifts.length + missing.length };
  await transact(ctx, (tx) => changeHeldRun(tx, run, { counts, kinds: [...drifts.flat(), ...missing] }));
  return { isDone: true, waitSeconds: 0, requests: 0 };
}
