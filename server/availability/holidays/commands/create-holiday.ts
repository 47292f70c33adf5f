import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { holidaysChanged } from "../events";
import { findHolidays, insertHoliday } from "../repository";
import type { CreateHolidayInput, HolidayView } from "../schema";
import { toHolidayView } from "../views";
import { requireFreeDays, requireOwnPlace } from "./require-day";

/** A day off that no law knows: the company's own, everywhere or in one branch. */
export async function createHoliday(ctx: CompanyContext, input: CreateHolidayInput): Promise<HolidayView> {
  const { date, name, isConfirmed } = input;
  const branchId = input.branchId ?? null;
  return transact(ctx, async (tx) => {
    await requireOwnPlace(tx, branchId);
    await requireFreeDays(tx, [{ date, branchId }], isConfirmed);
    const id = await insertHoliday(tx, { date, name, branchId });
    const [row] = await findHolidays(tx, { ids: [id] });
    if (!row) throw new Error("a row that was just written is there");
    const after = { date, name, branchId };
    recordAudit(tx, { action: "create_working_hours", subjectType: "holiday", subjectId: id, after });
    await publish(tx, holidaysChanged, {});
    return toHolidayView(row, false);
  });
}
