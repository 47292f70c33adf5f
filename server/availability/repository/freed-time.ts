import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Occupies again what a cancelled appointment had occupied; false when a part of it was taken meanwhile. */
export async function takeFreedTime(ctx: CompanyContext, appointmentId: string): Promise<boolean> {
  const [row] = await db(ctx).$queryRaw<{ isRestored: boolean }[]>`
    SELECT restore_time(${appointmentId}::uuid) AS "isRestored"`;
  return row?.isRestored ?? false;
}

/** Puts a moved appointment back where it stood, with all that it occupied there; false when a part of it was taken meanwhile. */
export async function takePlaceBack(ctx: CompanyContext, appointmentId: string): Promise<boolean> {
  const [row] = await db(ctx).$queryRaw<{ isBack: boolean }[]>`SELECT undo_move(${appointmentId}::uuid) AS "isBack"`;
  return row?.isBack ?? false;
}
