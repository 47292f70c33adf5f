import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { loadOpening } from "../../repository/load-opening";
import { mergeIntervals } from "../../rules/interval";
import { dayNumberOf, localDays } from "../../rules/local-day";
import { openTimes } from "../../rules/schedule";
import { zoneClock } from "../../rules/zone-clock";
import { findPerson, loadBooked, loadStaffSchedule } from "../repository";
import { minutesWithin, weeksFrom } from "../rules";
import type { StaffUtilisation, StaffUtilisationInput } from "../schema";

const WEEKS = 4;

/** How much of somebody's working time of this week and the next three is taken. */
export async function getStaffUtilisation(
  ctx: CompanyContext,
  { staffId }: StaffUtilisationInput,
): Promise<StaffUtilisation> {
  return transact(ctx, async (tx) => {
    const person = await findPerson(tx, staffId);
    if (!person) throw notFound("staff");
    const weeks = weeksFrom(ctx.now.getTime(), { zone: person.homeBranch.timezone, count: WEEKS });
    const range = { from: weeks[0]?.from ?? 0, until: weeks.at(-1)?.until ?? 0 };
    const stretch = { from: new Date(range.from), until: new Date(range.until) };
    const { zone, opening, holidays } = await loadOpening(tx, { branchId: person.homeBranchId, ...stretch });
    const clock = zoneClock(zone, { from: range.from - DAY, until: range.until + DAY });
    const schedule = await loadStaffSchedule(tx, { staffId, ...stretch });
    const closed = opening.exceptions.filter(({ kind }) => kind !== "special_hours");
    const working = openTimes(
      { hours: schedule.hours, exceptions: [...schedule.exceptions, ...closed] },
      {
        clock,
        days: localDays(clock, range),
        branchId: person.homeBranchId,
        holidays: new Set(holidays.map(dayNumberOf)),
      },
    );
    const booked = mergeIntervals(await loadBooked(tx, { staffId, ...stretch }));
    return {
      weeks: weeks.map((week) => ({
        date: week.date,
        workingMinutes: minutesWithin(working, week),
        bookedMinutes: minutesWithin(booked, week),
      })),
    };
  });
}
