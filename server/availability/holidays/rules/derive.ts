import type { LocalDate } from "@/server/core/time-zone";

/** As many years ahead as anybody books, and one more. */
export const YEARS_AHEAD = 2;

export interface KnownDay {
  id: string;
  date: LocalDate;
  key: string;
  name: string;
  isObserved: boolean;
  isInForce: boolean;
}

export interface LegalDay {
  date: LocalDate;
  key: string;
  name: string;
  isObserved: boolean;
}

export interface Derivation {
  added: LegalDay[];
  /** Known before, and in force again or under another name. */
  changed: { id: string; name: string }[];
  /** No longer in force: switched off ones are kept, so that the switch is there when they come back. */
  parked: string[];
  removed: string[];
}

/**
 * What has to change so that a branch has the days of its place. A day that is there already keeps its switch; a new one is
 * switched as the same holiday was in the year before, else as the law or `elsewhere` has it.
 */
export function derive(
  known: readonly KnownDay[],
  legal: readonly LegalDay[],
  elsewhere: ReadonlyMap<string, boolean>,
): Derivation {
  const find = ({ date, key }: { date: LocalDate; key: string }) =>
    known.find((day) => day.date === date && day.key === key);
  const isGone = (day: KnownDay) => !legal.some(({ date, key }) => date === day.date && key === day.key);
  const gone = known.filter(isGone);
  return {
    added: legal
      .filter((day) => !find(day))
      .map((day) => ({
        ...day,
        isObserved: switchOf(day, known) ?? elsewhere.get(`${day.date} ${day.key}`) ?? day.isObserved,
      })),
    changed: legal.flatMap((day) => {
      const row = find(day);
      return row && (!row.isInForce || row.name !== day.name) ? [{ id: row.id, name: day.name }] : [];
    }),
    parked: gone.filter(({ isObserved, isInForce }) => !isObserved && isInForce).map(({ id }) => id),
    removed: gone.filter(({ isObserved }) => isObserved).map(({ id }) => id),
  };
}

/** As it was switched the last time before. */
function switchOf({ date, key }: LegalDay, known: readonly KnownDay[]): boolean | undefined {
  const before = known.filter((day) => day.key === key && day.date < date && day.isInForce);
  return before.sort((a, b) => (a.date < b.date ? 1 : -1))[0]?.isObserved;
}
