import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findStaffWithHours } from "../repository/hours-of-staff";

/** When a person works and what takes time from them, as the engine sees it: for finding out why nobody can be booked. */
export async function describeWorkingHours(ctx: CompanyContext, { staff, days }: { staff: string; days: number }) {
  const until = new Date(ctx.now.getTime() + days * DAY);
  const found = await transact(ctx, (tx) => findStaffWithHours(tx, { staff, until }));
  if (!found) throw notFound("staff");
  return found;
}
