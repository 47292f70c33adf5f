import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { openCalendar } from "../../queries/search-slots";
import { nearestAlternatives } from "../../rules/nearest-alternatives";
import { factsOf } from "../../rules/slot-facts";
import type { ExplainedSlot, ExplainSlotInput } from "../schema";

const OTHERS = 3;
const AROUND = 4 * DAY;

/** Whether something can start at that instant; if not, why not, the numbers behind it, and the nearest starts that can. */
export async function explainSlot(ctx: CompanyContext, input: ExplainSlotInput): Promise<ExplainedSlot> {
  requireOwnBranch(ctx, input.branchId);
  const at = input.startsAt.getTime();
  const near = { from: new Date(Math.max(at - AROUND, ctx.now.getTime())), until: new Date(at + AROUND) };
  const whole = { from: new Date(Math.min(at, near.from.getTime())), until: near.until };
  const wanted = { ...input, staffId: requireOwnStaff(ctx, input.staffId), ...whole };
  const search = await transact(ctx, (tx) => openCalendar(tx, wanted));
  const { slots, reason, calendar, request } = search({ from: input.startsAt, until: new Date(at + 1) });
  const isFree = slots.length > 0;
  const others = isFree || near.until <= near.from ? [] : search(near).slots;
  const nearest = nearestAlternatives(others, { ranges: [{ from: at, to: at }], count: OTHERS });
  return {
    isFree,
    reason,
    facts: reason ? factsOf(reason, { at, request, calendar }) : {},
    alternatives: nearest.map(({ startsAt }) => new Date(startsAt)),
    timezone: calendar.zone,
  };
}
