import type { OpeningHours } from "@/server/speech/schema";

/**
 * What was said and the ranges that are right for it, seen from Tuesday, 24 November 2026, 10:00 in Berlin:
 * `11-25` a day, `11-30..12-06` days, `11-25T15:00` a moment, `11-25T13:00-18:00` a span; several joined by ` | `.
 * A `?` behind demands a question, `*?` a question whatever the ranges. The third is what must be excluded.
 */
export type Utterance = readonly [said: string, meant: string, refused?: string];

/**
 * Utterances of one moment by Berlin's clock; a day without a year is the next one from there. `11-30..12-06T13:00-18:00`
 * is that span on each of the days.
 */
export interface HeardAt {
  now: string;
  /** Whose public holidays "der Feiertag" may mean. */
  state?: string;
  /** When the business is open; without them nobody knows. */
  hours?: OpeningHours;
  utterances: Utterance[];
}
