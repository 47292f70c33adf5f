import { describe, expect, it } from "vitest";
import type { Interval } from "@/server/availability/rules/interval";
import { dayNumberOf, localDays } from "@/server/availability/rules/local-day";
import { openTimes, type Schedule, type ScheduleException } from "@/server/availability/rules/schedule";
import type { WorkingHour } from "@/server/availability/rules/weekly-hours";
import { zoneClock } from "@/server/availability/rules/zone-clock";
import { HOUR } from "@/server/core/time";
import { at, between, nineToFive, row, TUESDAY, ZONE } from "./salon";

interface Options {
  date?: string;
  branchId?: string;
  holidays?: ReadonlySet<number>;
}

/** What is open on one day. */
function openOn(schedule: Schedule, { date = TUESDAY, ...options }: Options = {}): readonly Interval[] {
  const window = { from: at(`${date} 00:00`), until: at(`${date} 23:59`) };
  const clock = zoneClock(ZONE, window);
  return openTimes(schedule, { clock, days: localDays(clock, window), ...options });
}

const today = (from: string, until: string) => between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`);
const weekly = (...hours: WorkingHour[]): Schedule => ({ hours, exceptions: [] });
const except = (...exceptions: ScheduleException[]): Schedule => ({ ...nineToFive, exceptions });
const exception = (from: string, until: string, kind: ScheduleException["kind"] = "closed"): ScheduleException => ({
  startsAt: at(`${TUESDAY} ${from}`),
  endsAt: at(`${TUESDAY} ${until}`),
  kind,
});

describe("weekly hours", () => {
  it("hold on their weekday only", () => {
    expect(openOn(weekly(row(2, "09:00", "17:00"), row(3, "08:00", "20:00")))).toEqual([today("09:00", "17:00")]);
  });

  it("may be split into shifts", () => {
    const split = weekly(row(2, "14:00", "18:00"), row(2, "09:00", "12:00"));
    expect(openOn(split)).toEqual([today("09:00", "12:00"), today("14:00", "18:00")]);
  });

  it("leave out the break, also where another shift overlaps it", () => {
    const whole = { ...row(2, "09:00", "17:00"), breakStart: "12:00", breakEnd: "13:00" };
    expect(openOn(weekly(whole, row(2, "11:00", "14:00")))).toEqual([today("09:00", "12:00"), today("13:00", "17:00")]);
  });

  it("last until midnight with 24:00 and go on into the next day", () => {
    const window = between("2026-12-08 12:00", "2026-12-09 12:00");
    const clock = zoneClock(ZONE, window);
    const late = weekly(row(2, "20:00", "24:00"), row(3, "00:00", "02:00"));
    expect(openTimes(late, { clock, days: localDays(clock, window) })).toEqual([
      between("2026-12-08 20:00", "2026-12-09 02:00"),
    ]);
  });

  it("are cut by rows that say not available", () => {
    const away = { ...row(2, "10:00", "11:00"), isAvailable: false };
    expect(openOn(weekly(row(2, "09:00", "12:00"), away))).toEqual([today("09:00", "10:00"), today("11:00", "12:00")]);
  });

  it("hold from their first to their last day", () => {
    const december = weekly({ ...row(2, "09:00", "17:00"), validFrom: "2026-12-08", validUntil: "2026-12-15" });
    expect(openOn(december, { date: "2026-12-01" })).toEqual([]);
    expect(openOn(december, { date: "2026-12-08" })).toHaveLength(1);
    expect(openOn(december, { date: "2026-12-15" })).toHaveLength(1);
    expect(openOn(december, { date: "2026-12-22" })).toEqual([]);
  });

  it("give way to the branch's own rows on a day that has some", () => {
    const own = { ...row(2, "10:00", "12:00"), branchId: "south" };
    const schedule = weekly(row(2, "09:00", "17:00"), own, row(3, "09:00", "17:00"));
    expect(openOn(schedule, { branchId: "south" })).toEqual([today("10:00", "12:00")]);
    expect(openOn(schedule, { branchId: "north" })).toEqual([today("09:00", "17:00")]);
    expect(openOn(schedule, { branchId: "south", date: "2026-12-09" })).toHaveLength(1);
  });

  it("can keep somebody out of one branch", () => {
    const never = { ...row(2, "00:00", "24:00"), branchId: "south", isAvailable: false };
    expect(openOn(weekly(row(2, "09:00", "17:00"), never), { branchId: "south" })).toEqual([]);
  });
});

describe("exceptions", () => {
  it.each(["closed", "vacation", "sick", "training", "blocked"] as const)("%s takes its time away", (kind) => {
    expect(openOn(except(exception("11:00", "12:00", kind)))).toEqual([
      today("09:00", "11:00"),
      today("12:00", "17:00"),
    ]);
  });

  it("special hours replace the whole day", () => {
    const late = { ...exception("00:00", "23:00", "special_hours"), hours: [{ startTime: "12:00", endTime: "20:00" }] };
    expect(openOn(except(late))).toEqual([today("12:00", "20:00")]);
  });

  it("special hours without times open just their own stretch", () => {
    expect(openOn(except(exception("18:00", "20:00", "special_hours")))).toEqual([today("18:00", "20:00")]);
  });

  it("special hours open a holiday, closing shuts special hours", () => {
    const special = exception("10:00", "14:00", "special_hours");
    const holidays = new Set([dayNumberOf(TUESDAY)]);
    expect(openOn(nineToFive, { holidays })).toEqual([]);
    expect(openOn(except(special), { holidays })).toEqual([today("10:00", "14:00")]);
    expect(openOn(except(special, exception("12:00", "13:00")), { holidays })).toEqual([
      today("10:00", "12:00"),
      today("13:00", "14:00"),
    ]);
  });
});

describe("days on which the clock changes", () => {
  const night = weekly(row(0, "01:00", "04:00"));
  const lengths = (list: readonly Interval[]) => list.map(({ from, until }) => (until - from) / HOUR);

  it("a night shift is two hours long in March and four in October", () => {
    expect(lengths(openOn(night, { date: "2027-03-28" }))).toEqual([2]);
    expect(lengths(openOn(night, { date: "2026-10-25" }))).toEqual([4]);
  });

  it("hours that the clock jumps over are no hours", () => {
    expect(openOn(weekly(row(0, "02:15", "02:45")), { date: "2027-03-28" })).toEqual([]);
  });

  it("a day is 23 or 25 hours long", () => {
    const always = weekly(row(0, "00:00", "24:00"));
    expect(lengths(openOn(always, { date: "2027-03-28" }))).toEqual([23]);
    expect(lengths(openOn(always, { date: "2026-10-25" }))).toEqual([25]);
  });
});
