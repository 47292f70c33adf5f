import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import { DAY, wallMs } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { searchSlots } from "../../queries/search-slots";
import { closedStarts } from "../../rules/closed-starts";
import type { ClosedStarts, ListClosedStartsInput } from "../schema";

/** The starts of a day that are not offered, still to come: each is asked about by itself, why it is not. */
export async function listClosedStarts(
  ctx: CompanyContext,
  { date, ...wanted }: ListClosedStartsInput,
): Promise<ClosedStarts> {
  requireOwnBranch(ctx, wanted.branchId);
  const staffId = requireOwnStaff(ctx, wanted.staffId);
  // A day by any clock lies within.
  const range = { from: new Date(wallMs(date) - DAY / 2), until: new Date(wallMs(date) + 1.5 * DAY) };
  const { slots, calendar, request } = await transact(ctx, (tx) => searchSlots(tx, { ...wanted, staffId, ...range }));
  const serviceIds = request.parts.map(({ serviceId }) => serviceId);
  const free = slots.map(({ startsAt }) => startsAt);
  const starts = closedStarts(calendar, { date, now: ctx.now.getTime(), free, serviceIds });
  return { starts: starts.map((at) => new Date(at)), timezone: calendar.zone };
}
