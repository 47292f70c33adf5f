import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { loadOpening } from "../repository/load-opening";
import { dayNumberOf, localDays } from "../rules/local-day";
import { openTimes } from "../rules/schedule";
import { zoneClock } from "../rules/zone-clock";

/** No branch is closed for longer than that without a person knowing. */
const LOOK_AHEAD = 21 * DAY;

/** When somebody is there next: now while the branch is open, else when it opens; tomorrow at this time if it never does. */
export async function findNextOpening(ctx: CompanyContext, { branchId }: { branchId: string }): Promise<Date> {
  return transact(ctx, async (tx) => {
    const now = ctx.now.getTime();
    const until = now + LOOK_AHEAD;
    const branch = await loadOpening(tx, { branchId, from: new Date(now - DAY), until: new Date(until) });
    const clock = zoneClock(branch.zone, { from: now, until });
    const holidays = new Set(branch.holidays.map(dayNumberOf));
    const open = openTimes(branch.opening, { clock, days: localDays(clock, { from: now, until }), holidays });
    const next = open.find((stretch) => stretch.until > now);
    return new Date(next ? Math.max(now, next.from) : now + DAY);
  });
}
