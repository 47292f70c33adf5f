import { periodRange } from "../list/period-range";

const MOST_IN_A_DAY = 100;

/** The same question on the server and in the browser: everything of today, in one page. */
export function dayInput({ branchId, zone, now }: { branchId: string | null; zone: string; now: number }) {
  return {
    ...periodRange({ period: "today" }, { zone, now }),
    ...(branchId ? { branchId } : {}),
    limit: MOST_IN_A_DAY,
  };
}
