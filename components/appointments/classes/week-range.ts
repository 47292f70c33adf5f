import { parseAsString } from "nuqs/server";
import { addDays, fromWall, type LocalDate, toLocal } from "@/server/core/time-zone";

/** The page's state in the URL, read alike on the server and in the browser. */
export const classParsers = {
  /** A day of the week that is shown. */
  week: parseAsString,
  staff: parseAsString,
  service: parseAsString,
  open: parseAsString,
};

export interface ClassFilters {
  week: string | null;
  staff: string | null;
  service: string | null;
}

const isDate = (text: string | null): text is LocalDate =>
  text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The Monday of the week that is meant; this one's unless another is named. */
export function mondayOf(week: string | null, { zone, now }: { zone: string; now: number }): LocalDate {
  const day = isDate(week) ? week : toLocal(zone, now).date;
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

interface Place {
  branchId: string | null;
  zone: string;
  now: number;
}

/** The same question for the same filters: the server asks it first, the browser finds the answer. */
export function toListInput({ week, staff, service }: ClassFilters, { branchId, zone, now }: Place) {
  const monday = mondayOf(week, { zone, now });
  return {
    from: new Date(fromWall(zone, monday, 0)).toISOString(),
    until: new Date(fromWall(zone, addDays(monday, 7), 0)).toISOString(),
    ...(staff ? { staffId: staff } : {}),
    ...(service ? { serviceId: service } : {}),
    ...(branchId ? { branchId } : {}),
  };
}
