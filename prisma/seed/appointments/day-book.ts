import { type EpochMs, type LocalDate, MINUTE, minutesOf, weekdayOf } from "@/server/core/time";
import type { SeedBusiness, SeedShift, SeedStaff } from "../business";
import type { SeedClock } from "../clock";
import { isPublicHoliday } from "../public-holidays";

const GRID_MINUTES = 15;

interface Stretch {
  from: EpochMs;
  until: EpochMs;
}

/** A start as an instant and by the clock on the wall. */
export interface FreeStart {
  at: Date;
  wallMinutes: number;
}

/** Who works when, and what is taken already. */
export interface DayBook {
  isOpen(date: LocalDate): boolean;
  /** The shift of a person on a day, unless they are away. */
  shiftOf(staff: SeedStaff, date: LocalDate): SeedShift | undefined;
  /** Starts on the grid at which the service fits into the shift beside its break, with nothing else in its way. */
  freeStarts(staff: SeedStaff, date: LocalDate, length: { minutes: number; bufferAfter: number }): FreeStart[];
  isFree(staff: SeedStaff, stretch: Stretch): boolean;
  take(staff: SeedStaff, stretch: Stretch): void;
}

export function openDayBook(business: SeedBusiness, clock: SeedClock): DayBook {
  const taken = new Map<string, Stretch[]>();
  const stretchesOf = (staff: SeedStaff) => taken.get(staff.name) ?? [];
  const isFree = (staff: SeedStaff, { from, until }: Stretch) =>
    !stretchesOf(staff).some((other) => other.from < until && from < other.until);

  function isOpen(date: LocalDate): boolean {
    return business.opening[weekdayOf(date)] !== undefined && !isPublicHoliday(date);
  }

  function shiftOf(staff: SeedStaff, date: LocalDate): SeedShift | undefined {
    const isAway = staff.absences.some(
      ({ fromDay, untilDay }) => date >= clock.day(fromDay) && date < clock.day(untilDay),
    );
    return isOpen(date) && !isAway ? staff.shifts.find(({ weekday }) => weekday === weekdayOf(date)) : undefined;
  }

  return {
    isOpen,
    shiftOf,
    isFree,
    take: (staff, stretch) => taken.set(staff.name, [...stretchesOf(staff), stretch]),
    freeStarts(staff, date, { minutes, bufferAfter }) {
      const shift = shiftOf(staff, date);
      if (!shift) return [];
      return startsWithin(shift, minutes)
        .map((wallMinutes) => ({ at: clock.at(date, wallMinutes), wallMinutes }))
        .filter(({ at }) => {
          const from = at.getTime();
          return isFree(staff, { from, until: from + (minutes + bufferAfter) * MINUTE });
        });
    },
  };
}

function startsWithin(shift: SeedShift, minutes: number): number[] {
  const stretches = shift.breakStart
    ? [
        [shift.start, shift.breakStart],
        [shift.breakEnd ?? shift.breakStart, shift.end],
      ]
    : [[shift.start, shift.end]];
  return stretches.flatMap(([start = "00:00", end = "00:00"]) => {
    const starts: number[] = [];
    const first = Math.ceil(minutesOf(start) / GRID_MINUTES) * GRID_MINUTES;
    for (let at = first; at + minutes <= minutesOf(end); at += GRID_MINUTES) starts.push(at);
    return starts;
  });
}
