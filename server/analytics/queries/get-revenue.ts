import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { countBookings } from "../repository/figures";
import { toRevenue } from "../rules/figures";
import { periodOf } from "../rules/period";
import type { GetDashboardInput, Revenue } from "../schema";

/** The price of the appointments that were made in the period. */
export async function getRevenue(ctx: CompanyContext, input: GetDashboardInput): Promise<Revenue> {
  return transact(ctx, async (tx) => {
    const { timezone: zone, currency } = await getCompany(tx);
    const period = periodOf(input.period, { now: tx.now, zone });
    const bookings = await countBookings(tx, { period, zone, branchId: input.branchId });
    return toRevenue({ period, bookings, currency });
  });
}
