import { addDays, fromWall, type LocalDate, toLocal } from "@/server/core/time";

/** Both businesses live by one clock. */
export const ZONE = "Europe/Berlin";

/** The moment of seeding, and how the story's days hang on it. */
export interface SeedClock {
  now: Date;
  today: LocalDate;
  /** The day so many days from today; negative is the past. */
  day(offset: number): LocalDate;
  /** The instant when the wall clock shows these minutes since midnight. */
  at(date: LocalDate, minutes: number): Date;
}

export function seedClock(now: Date): SeedClock {
  const today = toLocal(ZONE, now.getTime()).date;
  const known = new Map<string, number>();
  return {
    now,
    today,
    day: (offset) => addDays(today, offset),
    at: (date, minutes) => {
      const key = `${date}/${minutes}`;
      const at = known.get(key) ?? fromWall(ZONE, date, minutes);
      known.set(key, at);
      return new Date(at);
    },
  };
}
