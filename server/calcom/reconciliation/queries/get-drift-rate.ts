import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { countDriftRows } from "../repository/drifts";
import { findLastRun, sumRunsByDay } from "../repository/run-figures";
import type { DriftRate, DriftRateInput } from "../schema";

/** How much of what was compared differed, over some days and for each of them. */
export async function getDriftRate(ctx: CompanyContext, { days }: DriftRateInput): Promise<DriftRate> {
  return transact(ctx, async (tx) => {
    const since = new Date(tx.now.getTime() - days * DAY);
    const { timezone: zone } = await getCompany(tx);
    const figures = await sumRunsByDay(tx, { since, zone });
    const sumOf = (name: "compared" | "drifted" | "resolved") => figures.reduce((sum, one) => sum + one[name], 0);
    const [compared, drifted] = [sumOf("compared"), sumOf("drifted")];
    const last = await findLastRun(tx, since);
    return {
      open: await countDriftRows(tx, { state: "open", kind: undefined }),
      ...{ compared, drifted, resolved: sumOf("resolved") },
      rate: compared > 0 ? Math.min(1, drifted / compared) : null,
      lastRunAt: last?.startedAt ?? null,
      lastRunState: last?.state ?? null,
      byDay: figures.map(({ day, compared, drifted }) => ({ day, compared, drifted })),
    };
  });
}
