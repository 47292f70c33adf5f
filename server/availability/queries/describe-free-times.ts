import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { findFreeSlots } from "./find-free-slots";

/** As far as the calendar is looked at in one question. */
const MOST_DAYS = 62;

interface FreeTimesWish {
  serviceId: string;
  /** Without it the company's first one. */
  branchId?: string | undefined;
  days: number;
}

/** How many starts of a service are free from now on, or why none is: for finding out why nobody can book. */
export async function describeFreeTimes(ctx: CompanyContext, { serviceId, days, ...wish }: FreeTimesWish) {
  const branchId = wish.branchId ?? (await transact(ctx, (tx) => listBranches(tx)))[0]?.id;
  if (!branchId) throw notFound("branch");
  const until = new Date(ctx.now.getTime() + Math.min(days, MOST_DAYS) * DAY);
  const { slots, reason } = await findFreeSlots(ctx, { branchId, serviceId, from: ctx.now, until });
  return { count: slots.length, first: slots[0]?.start ?? null, reason };
}
