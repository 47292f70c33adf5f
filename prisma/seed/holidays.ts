import { publicHolidays } from "@/server/availability/holidays/adapters/date-holidays";
import { YEARS_AHEAD } from "@/server/availability/holidays/rules/derive";
import { branchIdOf, companyIdOf, idOf } from "./business";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

/** Both businesses are in Bavaria. */
const PLACE = { country: "DE", state: "BY", municipality: null };

/** The public holidays of each branch, for as many years as the job would derive. */
export async function writeHolidays({ tx, business, clock }: Seeding): Promise<void> {
  const year = Number(clock.today.slice(0, 4));
  const days = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead).flatMap((each) =>
    publicHolidays(PLACE, { year: each, language: "de" }),
  );
  const companyId = companyIdOf(business);
  for (const { slug } of business.branches) {
    const branchId = branchIdOf(business, slug);
    await insertRows(
      tx.holiday,
      days.map(({ date, key, name, isObserved }) => ({
        ...{ id: idOf(business, "holiday", `${slug}/${date}`), companyId, branchId, source: "public" as const },
        ...{ date: new Date(date), key, name, isObserved },
      })),
    );
    const derivedUntil = new Date(`${year + YEARS_AHEAD}-12-31`);
    await insertRows(tx.holidayPlace, [{ companyId, branchId, ...PLACE, derivedUntil }]);
  }
}
