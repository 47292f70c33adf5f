import { type LocalDate, MINUTE, minutesOf, weekdayOf } from "@/server/core/time";
import { openDayBook } from "../appointments/day-book";
import { type SeedBusiness, type SeedClass, type SeedStaff, staffNamed } from "../business";
import type { SeedClock } from "../clock";

const WEEKS_BACK = 4;
const WEEKS_AHEAD = 6;

export interface SeedSession {
  course: SeedClass;
  teacher: SeedStaff;
  date: LocalDate;
  startsAt: Date;
  endsAt: Date;
  isOver: boolean;
}

/** The last and the next weeks of each class, on days on which its teacher works; none is going on just now. */
export function classSessionsOf(business: SeedBusiness, clock: SeedClock): SeedSession[] {
  const book = openDayBook(business, clock);
  const dates = Array.from({ length: (WEEKS_BACK + WEEKS_AHEAD) * 7 }, (_, nr) => clock.day(nr - WEEKS_BACK * 7));
  return (business.classes ?? []).flatMap((course) => {
    const teacher = staffNamed(business, course.teacher);
    return dates
      .filter((date) => weekdayOf(date) === course.weekday && book.shiftOf(teacher, date))
      .map((date) => {
        const startsAt = clock.at(date, minutesOf(course.start));
        const endsAt = new Date(startsAt.getTime() + course.minutes * MINUTE);
        return { course, teacher, date, startsAt, endsAt, isOver: endsAt <= clock.now };
      })
      .filter(({ startsAt, isOver }) => isOver || startsAt > clock.now);
  });
}
