import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { publicHolidays } from "../adapters/date-holidays";
import { type BranchPlace, findBranchPlaces, findHolidays, type HolidayRow } from "../repository";
import type { HolidayView, ListHolidaysInput } from "../schema";
import { toHolidayView } from "../views";

/** The days off of a year, or of all years that are known: by law for each branch, and the company's own. */
export async function listHolidays(ctx: CompanyContext, { branchId, year }: ListHolidaysInput): Promise<HolidayView[]> {
  const range = year ? { from: `${year}-01-01`, until: `${year}-12-31` } : {};
  return transact(ctx, async (tx) => viewsOf(tx, await findHolidays(tx, { branchId, ...range })));
}

export async function getHoliday(ctx: CompanyContext, { holidayId }: { holidayId: string }): Promise<HolidayView> {
  return transact(ctx, async (tx) => {
    const [holiday] = await viewsOf(tx, await findHolidays(tx, { ids: [holidayId] }));
    if (!holiday) throw notFound("holiday");
    return holiday;
  });
}

async function viewsOf(tx: TransactionContext, rows: readonly HolidayRow[]): Promise<HolidayView[]> {
  const choices = choicesOf(await findBranchPlaces(tx), rows);
  return rows
    .filter(({ isInForce }) => isInForce)
    .map((row) => toHolidayView(row, choices.has(`${row.branchId} ${row.date}`)));
}

/** The days that hold in some places of a state only, by branch and date. */
function choicesOf(places: readonly BranchPlace[], rows: readonly HolidayRow[]): Set<string> {
  const years = [...new Set(rows.map(({ date }) => Number(date.slice(0, 4))))];
  return new Set(
    places.flatMap((place) =>
      years
        .flatMap((year) => publicHolidays(place, { year, language: "de" }))
        .filter(({ isChoice }) => isChoice)
        .map(({ date }) => `${place.branchId} ${date}`),
    ),
  );
}
