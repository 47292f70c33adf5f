import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { HealthDetails } from "../schema";
import { describeHealth, readFigures } from "./gather-details";

/** How the product stands for one company: its own connections and figures. */
export async function getHealthDetails(ctx: CompanyContext, timezone: string): Promise<HealthDetails> {
  const { companyId } = ctx;
  return describeHealth(await transact(ctx, ({ tx, now }) => readFigures({ tx, now, timezone, companyId })));
}
