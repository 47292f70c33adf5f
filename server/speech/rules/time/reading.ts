import type { EpochMs, LocalDate } from "@/server/core/time";
import type { OpeningHours } from "../../schema";

/** The facts a sentence is read against. */
export interface Calendar {
  now: EpochMs;
  zone: string;
  today: LocalDate;
  /** Minutes since midnight by the wall clock. */
  minutesNow: number;
  hours: OpeningHours | undefined;
  state: string | undefined;
}

/** Whole days, both ends included. */
export interface DaySpan {
  first: LocalDate;
  last: LocalDate;
}

/** Why the caller must be asked; each language has a sentence for each. */
export type Doubt =
  | { kind: "nothing" }
  | { kind: "no-such-date"; day: number; month: number | undefined }
  | { kind: "past" }
  | { kind: "no-such-time"; minutes: number }
  | { kind: "odd-time" }
  | { kind: "weekday-mismatch"; date: LocalDate; weekday: number }
  | { kind: "far-date"; date: LocalDate }
  | { kind: "which-day"; spans: DaySpan[] }
  | { kind: "which-time"; minutes: number[] }
  | { kind: "no-day" }
  | { kind: "confirm" };

/** What was taken for granted, to be said aloud. */
export type Note =
  | { kind: "day"; span: DaySpan }
  | { kind: "clock"; minutes: number }
  | { kind: "regional"; minutes: number }
  | { kind: "window"; from: number; to: number }
  | { kind: "every-day"; span: DaySpan };

export interface DayReading {
  spans: DaySpan[];
  notes: Note[];
  doubt?: Doubt;
}

/** A doubt leaves at most this much confidence. */
const CEILING: Record<Doubt["kind"], number> = {
  nothing: 0,
  "no-such-date": 0.2,
  past: 0.2,
  "no-such-time": 0.2,
  "odd-time": 0.3,
  "weekday-mismatch": 0.3,
  "no-day": 0.4,
  confirm: 0.4,
  "far-date": 0.5,
  "which-time": 0.5,
  "which-day": 0.6,
};

/** Each assumption costs a little, a doubt caps what is left. */
export function confidenceOf(doubts: readonly Doubt[], notes: readonly Note[]): number {
  const ceiling = Math.min(1, ...doubts.map((doubt) => CEILING[doubt.kind]));
  return Math.round(Math.min(ceiling, Math.max(0.7, 0.97 - 0.05 * notes.length)) * 100) / 100;
}

/** The doubt to ask about: the one that weighs most. */
export function heaviestDoubt(doubts: readonly Doubt[]): Doubt | undefined {
  return doubts.toSorted((a, b) => CEILING[a.kind] - CEILING[b.kind])[0];
}
