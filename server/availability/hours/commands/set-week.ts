import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { hoursChanged } from "../events";
import { getWeek } from "../queries/get-week";
import { type HoursOwner, lockOwner, replaceRows } from "../repository";
import { overlay, rowsOf } from "../rules/plans";
import { normalDay } from "../rules/shifts";
import type { HoursView, SetBranchWeekInput } from "../schema";
import { restOf } from "../views";
import { requireNobodyOutside } from "./require-nobody-outside";

type Week = Omit<SetBranchWeekInput, "branchId">;

/** When a branch is open, from a day on: the whole week at once, so that no reader ever sees half of it. */
export function setBranchWeek(ctx: CompanyContext, { branchId, ...week }: SetBranchWeekInput): Promise<HoursView> {
  return setWeek(ctx, { staffId: null, branchId }, week);
}

/** When somebody works, everywhere or in one branch. */
export function setStaffWeek(
  ctx: CompanyContext,
  { staffId, branchId, ...week }: Week & { staffId: string; branchId?: string | null | undefined },
): Promise<HoursView> {
  return setWeek(ctx, { staffId, branchId: branchId ?? null }, week);
}

async function setWeek(ctx: CompanyContext, owner: HoursOwner, week: Week): Promise<HoursView> {
  return transact(ctx, async (tx) => {
    await lockOwner(tx, owner);
    const before = await getWeek(tx, owner);
    if (week.version !== undefined && week.version !== before.version)
      throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { current: before } });
    const rest = restOf(owner);
    const days = week.days.map((day) => normalDay(day, rest));
    const plans = overlay(before.plans, {
      validFrom: week.validFrom ?? null,
      validUntil: week.validUntil ?? null,
      days,
    });
    const rows = rowsOf(plans, { branchId: owner.branchId, rest });
    if (!week.isConfirmed) await requireNobodyOutside(tx, owner, { rows, zone: before.timezone });
    await replaceRows(tx, owner, rows);
    const after = await getWeek(tx, owner);
    const [subjectType, subjectId] = owner.staffId ? ["staff", owner.staffId] : ["branch", owner.branchId ?? ""];
    recordAudit(tx, {
      ...{ action: "edit_working_hours", subjectType, subjectId },
      before: { branchId: owner.branchId, plans: before.plans },
      after: { branchId: owner.branchId, plans: after.plans },
    });
    await publish(tx, hoursChanged, owner);
    return after;
  });
}
