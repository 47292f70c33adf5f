import { getRota } from "@/server/availability/rota/queries/get-rota";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listCalendarEntries } from "../repository";
import type { Calendar, GetCalendarInput } from "../schema";

/** Who works when and what they do, for as many days as a page shows: two statements, however many people and days. */
export async function getCalendar(ctx: CompanyContext, input: GetCalendarInput): Promise<Calendar> {
  const { date, dayCount: days, branchId, staffIds } = input;
  return transact(ctx, async (tx) => {
    const { rota, from, until } = await getRota(tx, { date, days, branchId, staffIds });
    return { ...rota, entries: await listCalendarEntries(tx, { from, until, branchId, staffIds }) };
  });
}
