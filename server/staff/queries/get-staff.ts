import { type CompanyContext, userIdOf } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireStaff } from "../commands/require-staff";
import { findObstacles } from "../repository/obstacles";
import { findOwnRow } from "../repository/profiles";
import type { StaffDetails, StaffObstacles } from "../schema";
import { toStaffDetails } from "../views";

interface OneStaff {
  staffId: string;
}

/** Somebody of the staff, archived or not. */
export async function getStaff(ctx: CompanyContext, { staffId }: OneStaff): Promise<StaffDetails> {
  return transact(ctx, async (tx) => toStaffDetails(await requireStaff(tx, { staffId })));
}

/** Whom of the staff the signed-in person is, if anybody. */
export async function findOwnProfile(ctx: CompanyContext): Promise<StaffDetails | null> {
  const userId = userIdOf(ctx);
  const row = userId ? await transact(ctx, (tx) => findOwnRow(tx, userId)) : null;
  return row && toStaffDetails(row);
}

/** What somebody still has before them: it has to go to others before they can be archived. */
export async function getStaffObstacles(ctx: CompanyContext, { staffId }: OneStaff): Promise<StaffObstacles> {
  return transact(ctx, async (tx) => findObstacles(tx, (await requireStaff(tx, { staffId })).id));
}
