import type { CalendarData, StaffCalendar } from "./calendar-data";
import { type Interval, intersectIntervals, mergeIntervals } from "./interval";
import { openTimes, type ScheduleWindow } from "./schedule";

/** One person's time, the same for all that they may do. */
export interface WorkTime {
  staff: StaffCalendar;
  /** At work while the branch is open. */
  windows: readonly Interval[];
  busy: readonly Interval[];
}

/** Looks a person's time up when it is first asked for, by their place in the calendar's list. */
export type WorkTimes = (index: number) => WorkTime;

export interface OpenHours {
  opening: readonly Interval[];
  window: ScheduleWindow;
}

export function workTimes({ staff }: CalendarData, { opening, window }: OpenHours): WorkTimes {
  const known = new Map<number, WorkTime>();
  return (index) => {
    const time = known.get(index) ?? workTimeOf(staff[index] as StaffCalendar, { opening, window });
    known.set(index, time);
    return time;
  };
}

function workTimeOf(staff: StaffCalendar, { opening, window }: OpenHours): WorkTime {
  return {
    staff,
    windows: intersectIntervals(opening, openTimes(staff.schedule, window)),
    busy: mergeIntervals(staff.busy),
  };
}
