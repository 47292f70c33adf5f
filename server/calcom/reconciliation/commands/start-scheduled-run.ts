import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { findLastStart } from "../repository/run-figures";
import { dueRun } from "../rules/due-run";
import { startRun } from "./start-run";

// Not audited: startRun writes it.
/** Starts what is due, unless there is no connection or a run is under way, after which it still is; says what it started. */
export async function startScheduledRun(ctx: CompanyContext): Promise<"window" | "horizon" | null> {
  const kind = await transact(ctx, async (tx) => {
    const { timezone: zone } = await getCompany(tx);
    return dueRun({ now: tx.now, zone, lastHorizonAt: await findLastStart(tx, "horizon") });
  });
  try {
    await startRun(ctx, { kind });
    return kind;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
}
