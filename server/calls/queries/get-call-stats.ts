import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countCalls } from "../repository/list";
import type { CallStats, GetCallStatsInput } from "../schema";

/** The figures of a period: how many calls, how many became appointments, how long, and what still waits for a look. */
export async function getCallStats(ctx: CompanyContext, input: GetCallStatsInput): Promise<CallStats> {
  return transact(ctx, async (tx) => {
    const { conversations, converted, ...counts } = await countCalls(tx, input);
    return { ...counts, conversionRate: conversations > 0 ? converted / conversations : null };
  });
}
