import { prunePenalties } from "@/server/core/penalties";
import { pruneLimits } from "@/server/core/rate-limit";
import { pruneRequestCounts } from "@/server/core/request-limits/count-requests";

/** Forgets what limits no longer ask for: old windows, old penalties. Safe to run twice. */
export async function pruneCounts({ now }: { now: Date }): Promise<void> {
  await pruneRequestCounts();
  await pruneLimits(now);
  await prunePenalties(now);
}
