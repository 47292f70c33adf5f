import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { holidaysChanged } from "../events";
import { lockHolidays, switchHolidays } from "../repository";
import type { ObserveHolidaysInput } from "../schema";
import { requireFreeDays, requireHolidays } from "./require-day";

/** Closes on these days, or works on them; appointments that already lie on a day that is to be closed are listed first. */
export async function observeHolidays(ctx: CompanyContext, input: ObserveHolidaysInput): Promise<void> {
  const { isObserved, isConfirmed } = input;
  const ids = [...new Set(input.holidayIds)];
  await transact(ctx, async (tx) => {
    await lockHolidays(tx);
    const days = await requireHolidays(tx, ids);
    const changing = days.filter((day) => day.isObserved !== isObserved);
    if (isObserved) await requireFreeDays(tx, changing, isConfirmed);
    await switchHolidays(tx, ids, isObserved);
    const told = changing.map(({ date, name, branchId }) => ({ date, name, branchId }));
    recordAudit(tx, {
      ...{ action: "edit_working_hours", subjectType: "holiday", subjectId: ids[0] ?? "" },
      ...{ before: { isObserved: !isObserved, days: told }, after: { isObserved, days: told } },
    });
    await publish(tx, holidaysChanged, {});
  });
}
