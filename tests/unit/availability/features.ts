import { expect } from "vitest";
import type { BookableService, StaffCalendar } from "@/server/availability/rules/calendar-data";
import type { WorkingHour } from "@/server/availability/rules/weekly-hours";
import { addDays, DAY, fromWall, HOUR, toLocal } from "@/server/core/time";
import type { Case } from "./random-calendar";

/** What a random case contains that is easy to get wrong. */
type Feature =
  | "spring"
  | "autumn"
  | "split shift"
  | "break over a boundary"
  | "staff-free segment"
  | "several people at once"
  | "resource with capacity";

/** Counts the cases that found something and had the feature: what a generator no longer makes is not tested any more. */
export class Tally {
  readonly #counts = new Map<Feature, number>();

  add(one: Case): void {
    for (const feature of featuresOf(one)) this.#counts.set(feature, (this.#counts.get(feature) ?? 0) + 1);
  }

  expectAtLeast(floor: number, features: readonly Feature[]): void {
    for (const feature of features) expect(this.#counts.get(feature) ?? 0, feature).toBeGreaterThanOrEqual(floor);
  }
}

function featuresOf({ request, data }: Case): Feature[] {
  const wanted = data.services.filter(({ id }) => request.parts.some(({ serviceId }) => serviceId === id));
  const hours = data.staff.map(({ schedule }) => schedule.hours.filter(({ isAvailable }) => isAvailable));
  const longer = dayLengthens(request.from, data.zone) ?? dayLengthens(request.until - 1, data.zone);
  const has: Record<Feature, boolean> = {
    spring: longer === false,
    autumn: longer === true,
    "split shift": hours.some(isSplit),
    "break over a boundary": hours.flat().some(hasBreakBeyond),
    "staff-free segment": wanted.some(({ segments }) => segments?.some(({ isStaffFree }) => isStaffFree)),
    "several people at once": wanted.some((service) => needsSeveral(service, data.staff)),
    "resource with capacity": wanted.some(({ resources }) => resources?.some(({ quantity }) => quantity > 1)),
  };
  return (Object.keys(has) as Feature[]).filter((feature) => has[feature]);
}

/** Whether the day of that instant has more or fewer hours than others; null for as many. */
function dayLengthens(at: number, zone: string): boolean | null {
  const { date } = toLocal(zone, at);
  const hours = (fromWall(zone, addDays(date, 1), 0) - fromWall(zone, date, 0)) / HOUR;
  return hours === DAY / HOUR ? null : hours > DAY / HOUR;
}

const isSplit = (rows: readonly WorkingHour[]): boolean =>
  rows.some((one) =>
    rows.some(({ dayOfWeek, startTime }) => dayOfWeek === one.dayOfWeek && startTime > (one.endTime ?? "24:00")),
  );

const hasBreakBeyond = ({ startTime, endTime, breakStart, breakEnd }: WorkingHour): boolean =>
  Boolean(
    breakStart &&
      breakEnd &&
      (breakStart < startTime || breakEnd > endTime) &&
      breakEnd > startTime &&
      breakStart < endTime,
  );

const needsSeveral = ({ staffRequirements = [] }: BookableService, staff: readonly StaffCalendar[]): boolean =>
  staff.length > 1 && staffRequirements.some(({ count }) => count > 0);
