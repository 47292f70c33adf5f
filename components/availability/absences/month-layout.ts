import type { ExceptionView, TeamMonth } from "@/server/availability/exceptions/schema";

/** What stands in a person's cell of a day, and whether it begins there as far as the month shows. */
export interface DayMark {
  absence: ExceptionView;
  isFirst: boolean;
}

/** One mark for each day; what takes the whole day before what takes hours, what is decided before what is asked. */
export function marksOf(absences: readonly ExceptionView[], days: readonly string[]): (DayMark | null)[] {
  const weight = ({ startTime, state }: ExceptionView) => (state === "approved" ? 0 : 2) + (startTime ? 1 : 0);
  const ordered = [...absences].sort((a, b) => weight(a) - weight(b));
  let before: ExceptionView | undefined;
  return days.map((day) => {
    const absence = ordered.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    const mark = absence ? { absence, isFirst: absence !== before } : null;
    before = absence;
    return mark;
  });
}

/** The rows of the month: what holds for all of them first, then each person. */
export function rowsOf({ people, exceptions }: TeamMonth) {
  const general = exceptions.filter(({ ownerType }) => ownerType === "company" || ownerType === "branch");
  return {
    general,
    people: people.map((person) => ({
      ...person,
      absences: exceptions.filter(({ staffId }) => staffId === person.id),
    })),
  };
}

/** `2026-12` and so many months further. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
