import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findScheduling } from "../repository";
import type { SchedulingSettings } from "../schema";

/** How the company offers its times, and to whom it gives what anybody could do. */
export async function getScheduling(ctx: CompanyContext): Promise<SchedulingSettings> {
  return transact(ctx, (tx) => findScheduling(tx));
}
