import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { sumModificationRows } from "../repository";
import type { ModificationFilters, ModificationSummary } from "../schema";

/** How much was changed in a period, how often outside the rules, and what it costs the customers. */
export async function summariseModifications(
  ctx: CompanyContext,
  filters: ModificationFilters,
): Promise<ModificationSummary> {
  return transact(ctx, async (tx) => {
    const { counts, noShows, feeCents } = await sumModificationRows(tx, filters);
    const of = (type: Parameters<typeof counts.get>[0]) => counts.get(type) ?? 0;
    const changes = [...counts].reduce((sum, [type, count]) => (type === "violation" ? sum : sum + count), 0);
    const [rescheduled, cancelled] = [of("rescheduled") + of("reassigned"), of("cancelled")];
    return { changes, rescheduled, cancelled, noShows, violations: of("violation"), feeCents };
  });
}
