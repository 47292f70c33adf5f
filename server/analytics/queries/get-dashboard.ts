import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { countBookings, countCalls } from "../repository/figures";
import { toDashboard } from "../rules/figures";
import { periodOf } from "../rules/period";
import type { Dashboard, GetDashboardInput } from "../schema";

/** Calls, appointments made and conversion of a period, beside those of the same stretch of time before it. */
export async function getDashboard(ctx: CompanyContext, input: GetDashboardInput): Promise<Dashboard> {
  return transact(ctx, async (tx) => {
    const { timezone: zone } = await getCompany(tx);
    const scope = { period: periodOf(input.period, { now: tx.now, zone }), zone, branchId: input.branchId };
    const calls = await countCalls(tx, scope);
    const bookings = await countBookings(tx, scope);
    return toDashboard({ period: scope.period, calls, bookings });
  });
}
