import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { type EditSchedulingInput, type SchedulingSettings, schedulingSettings } from "./schema";

export async function findScheduling(ctx: CompanyContext): Promise<SchedulingSettings> {
  const row = await db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select: { settings: true } });
  return schedulingSettings.parse(row.settings ?? {});
}

/** The other settings stay as they are. */
export async function storeScheduling(ctx: CompanyContext, scheduling: EditSchedulingInput): Promise<void> {
  await db(ctx).$executeRaw`
    UPDATE companies SET settings = settings || ${JSON.stringify(scheduling)}::jsonb, updated_at = now()
    WHERE id = ${ctx.companyId}::uuid`;
}
