import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Occupies again what a cancelled appointment had occupied; false when a part of it was taken meanwhile. */
export async function takeFreedTime(ctx: CompanyContext, appointmentId: string): Promise<boolean> {
  const [row] = await db(ctx).$queryRaw<{ isRestored: boolean }[]>`
    SELECT restore_time(${appointmentId}::uuid) AS "isRestored"`;
  return row?.isRestored ?? false;
}
