import type { LocalDate } from "@/server/core/time";
import type { Element } from "./elements";
import type { Rule } from "./grammar";
import type { DaySpan, Doubt, Note } from "./reading";
import type { Token } from "./tokens";

/** What a language brings to be understood; another language is another folder with one of these. */
export interface TimeGrammar {
  /** Takes compounds apart and mends what speech recognition does to a language. */
  prepare(tokens: readonly Token[]): Token[];
  rule: Rule<Element[]>;
  /** Words that may stand anywhere and change nothing. */
  glue: ReadonlySet<string>;
  /** Words that speak of time: left over, they show that something was not understood. */
  temporal: ReadonlySet<string>;
  /** Of those, what a clock time beside it makes clear ("nach der Schule, so gegen zwei"). */
  settledByClock: ReadonlySet<string>;
  /** Words that begin a reason, a purpose or a condition: a clock time behind them is not yet the one that is wanted. */
  subordinating: ReadonlySet<string>;
  /** Verbs and pronouns in front of a "not" that refuses what came before ("passt mir nicht"). */
  fitWords: ReadonlySet<string>;
  /** Whether "not" may stand behind the day that it refuses ("Donnerstag nicht"). */
  refusesBehind?: true;
  /** Words that say that something suits, and part no two times ("morgen wäre schön, Freitag ginge auch"). */
  light?: ReadonlySet<string>;
}

/** What a language brings to be spoken. Dates are calendar dates, clocks minutes since midnight. */
export interface Voice {
  date(date: LocalDate, withYear: boolean): string;
  /** With its preposition: "um halb drei". */
  clock(minutes: number): string;
  dateAndClock(date: string, clock: string): string;
  today(clock: string): string;
  tomorrow(date: string, clock: string): string;
  span(span: DaySpan, withYear: boolean): string;
  window(from: number, to: number): string;
  part(from: number, to: number): string | null;
  money(amountCents: number, currency: string): string;
  duration(minutes: number): string;
  or: string;
  and: string;
  question(doubt: Doubt, understood: string | null): string;
  assumption(note: Note): string;
  asap: string;
  except: string;
}
