import { findCompaniesWithoutHolidays } from "../repository";
import { YEARS_AHEAD } from "../rules/derive";

/** Every company with a branch that is new, has moved, or has no holidays for the year that is now in reach. */
export function listCompaniesWithoutHolidays({ now }: { now: Date }): Promise<string[]> {
  return findCompaniesWithoutHolidays(`${now.getUTCFullYear() + YEARS_AHEAD}-12-31`);
}
