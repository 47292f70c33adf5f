import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { AutoResolved, AutoResolveInput } from "../schema";
import { runNow } from "./finish-run";

/** As long as a door keeps somebody waiting. */
const MOST_SECONDS = 60;

// Not audited: starting the run is, and so is each change.
/** Brings both sides of the next 14 days together now, by one strategy for all that it is possible for. */
export async function autoResolve(ctx: CompanyContext, { strategy }: AutoResolveInput): Promise<AutoResolved> {
  const run = await runNow(ctx, { kind: "window", strategy }, { mostSeconds: MOST_SECONDS });
  if (run.state === "failed") {
    throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: run.failedReason ?? "calcom_unavailable" });
  }
  const { resolved, kept, failed } = run.counts;
  return { success: kept + failed === 0, resolvedCount: resolved, failedCount: kept + failed };
}
