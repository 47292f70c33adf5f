import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { holidaysChanged } from "../events";
import { deleteHoliday as deleteRow } from "../repository";
import { requireHolidays } from "./require-day";

/** Takes back a day of the company's own; a public holiday can only be worked on. */
export async function deleteHoliday(ctx: CompanyContext, { holidayId }: { holidayId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const [row] = await requireHolidays(tx, [holidayId]);
    if (row?.source !== "own") throw new AppError({ code: "PRECONDITION_FAILED", reason: "public_holiday" });
    await deleteRow(tx, holidayId);
    const before = { date: row.date, name: row.name, branchId: row.branchId };
    recordAudit(tx, { action: "delete_working_hours", subjectType: "holiday", subjectId: holidayId, before });
    await publish(tx, holidaysChanged, {});
  });
}
