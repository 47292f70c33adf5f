import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import { openCalendar } from "../../queries/search-slots";
import { nearestAlternatives } from "../../rules/nearest-alternatives";
import { withoutHours } from "../../rules/outside-hours";
import { factsOf } from "../../rules/slot-facts";
import { toFreeSlot } from "../../views";
import type { ExplainedSlot, ExplainSlotInput } from "../schema";
import { nameOrigins } from "./name-origins";

const OTHERS = 3;
const AROUND = 4 * DAY;

/** Whether something can start at that instant; if not, why not, the numbers behind it, and the nearest starts that can. */
export async function explainSlot(ctx: CompanyContext, input: ExplainSlotInput): Promise<ExplainedSlot> {
  requireOwnBranch(ctx, input.branchId);
  const { ignoresWorkingHours = false } = input;
  if (ignoresWorkingHours) requireOverride(ctx);
  const at = input.startsAt.getTime();
  const near = { from: new Date(Math.max(at - AROUND, ctx.now.getTime())), until: new Date(at + AROUND) };
  const whole = { from: new Date(Math.min(at, near.from.getTime())), until: near.until };
  const wanted = { ...input, staffId: requireOwnStaff(ctx, input.staffId), ...whole };
  return transact(ctx, async (tx) => {
    const search = await openCalendar(tx, wanted);
    const only = { from: input.startsAt, until: new Date(at + 1), isExact: ignoresWorkingHours };
    const { slots, reason, request, ...found } = search(only);
    const calendar = ignoresWorkingHours ? withoutHours(found.calendar) : found.calendar;
    const [slot] = slots;
    const isFree = slot !== undefined;
    const others = isFree || near.until <= near.from ? [] : search({ ...near, ignoresWorkingHours: false }).slots;
    const nearest = nearestAlternatives(others, { ranges: [{ from: at, to: at }], count: OTHERS });
    return {
      isFree,
      slot: slot ? toFreeSlot(slot, { calendar, zone: calendar.zone }) : null,
      reason,
      facts: reason ? factsOf(reason, { at, request, calendar }) : {},
      origins: reason ? await nameOrigins(tx, { reason, at, request, calendar }) : [],
      alternatives: nearest.map(({ startsAt }) => new Date(startsAt)),
      timezone: calendar.zone,
    };
  });
}

/** Only for whoever could book it then: throws FORBIDDEN. */
function requireOverride(ctx: CompanyContext): void {
  const permission = "override_appointments";
  if (!may(ctx, permission))
    throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}
