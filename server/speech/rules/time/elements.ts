/** What was said about a day. Readings are chosen later, when the clock and the calendar are known. */
export type DayRef =
  | { kind: "offset"; days: number }
  | { kind: "weekday"; weekday: number; sense: WeekdaySense; plusWeeks: number }
  /** "In zwei Wochen am Freitag". */
  | { kind: "weekday-in-weeks"; weekday: number; weeks: number }
  | { kind: "every"; weekdays: number[] }
  | { kind: "date"; day: number; month?: number; year?: number; plusYears?: number; weekday?: number; choice?: true }
  | { kind: "nth-weekday"; nth: number; weekday: number; month?: number; plusMonths: number }
  | { kind: "month-week"; nth: number; month?: number; plusMonths?: number }
  | { kind: "week"; plus: number; portion?: Portion }
  | { kind: "calendar-week"; week: number; year?: number; portion?: Portion }
  | { kind: "week-of"; day: DayRef; plus?: number }
  /** So many days from the last one of `day`, or the next (`isBefore`: the last) such weekday there. */
  | { kind: "follows"; day: DayRef; days?: number; weekday?: number; isBefore?: true }
  | { kind: "month"; month?: number; plus: number; year?: number; plusYears?: number; portion?: Portion }
  | { kind: "weekend"; sense: WeekdaySense; plusWeeks: number }
  | { kind: "holiday"; holiday: string; relation: HolidayRelation }
  | { kind: "months-ahead"; months: number }
  | { kind: "days-ahead"; first: number; last: number }
  | { kind: "either"; readings: DayRef[] }
  /** "KW 18 oder 19": a day of it is a day of each. */
  | { kind: "each"; days: DayRef[] }
  /** `fromTime`, `toTime`: where on its first or last day it begins or ends ("ab Donnerstagmittag"). */
  | {
      kind: "span";
      first?: DayRef;
      last?: DayRef;
      firstShift?: number;
      lastShift?: number;
      fromTime?: Clock;
      toTime?: Clock;
    }
  /** `shared`: the period was said of a neighbour, and holds where the day lies in it. */
  | { kind: "within"; day: DayRef; period: DayRef; shared?: true }
  | { kind: "past" };

export type WeekdaySense = "bare" | "this" | "coming" | "next" | "after-next";
export type Portion = "start" | "middle" | "end" | "first-half" | "second-half";
export type HolidayRelation = "on" | "before" | "after" | "day-before" | "day-after";

export type DayPart = "early" | "forenoon" | "morning" | "noon" | "afternoon" | "evening" | "night";
export type Shade = "early" | "late";

/** Minutes since midnight as said; unless `exact`, twelve hours later or earlier may be meant as well. */
export interface Clock {
  minutes: number;
  exact: boolean;
  /** "viertel vier": understood, but worth saying back. */
  regional?: boolean;
  /** Said by the clock's own figures ("2 Uhr 30"), unlike "halb drei". */
  literal?: boolean;
}

export type TimeRef =
  | { kind: "at"; clock: Clock; about?: "around" | "after" | "before"; through?: Clock }
  /** `each`: "ab Montag immer ab vier" is of each of those days, "ab Montag ab vier" may be one moment on. */
  | { kind: "between"; from?: Clock; to?: Clock; each?: true }
  /** `once`: "Freitagnachmittag" is of that day, "nachmittags" of each day that was named. `habit`: "mornings", of any day. */
  | { kind: "part"; part: DayPart; shade?: Shade; once?: true; habit?: true }
  | { kind: "window"; from: number; to: number }
  | { kind: "whole-day" }
  /** "Möglichst spät". */
  | { kind: "late" }
  | { kind: "in"; minutes: number }
  | { kind: "instant"; at: number };

export type Connective =
  | "or"
  | "and"
  | "break"
  | "to"
  | "dash"
  /** "von": counts only with a "bis". */
  | "from"
  | "starting"
  | "until"
  | "before"
  | "after"
  | "between"
  /** "nicht": before or behind what it refuses. */
  | "not"
  | "not-next"
  | "not-previous"
  | "fix"
  /** "auf" of "von Dienstag auf Donnerstag verschieben". */
  | "onto"
  | "moving"
  | "asap"
  /** "also": what follows is the conclusion, what stood before it only the reason. */
  | "hence"
  /** "ich möchte": a clause about what is wanted begins. */
  | "wish"
  /** "geboren", "läuft ab": of the clause it stands in something is only told. */
  | "told"
  /** "absagen": the clause that it ends names an appointment that there is already. */
  | "former"
  /** "vorher": before the day named before. */
  | "before-it"
  /** "Donnerstag nicht, Freitag auch": refuses what stands before it where that before was refused. */
  | "likewise";

export type Element =
  | { kind: "day"; ref: DayRef }
  | { kind: "time"; ref: TimeRef }
  | { kind: "number"; value: number; minutes?: number }
  /** "Die Woche drauf": behind the one named before. */
  | { kind: "week-after"; isBefore?: true }
  /** "Am Tag davor", "Freitag drauf": counted from the day named before. */
  | { kind: "following"; days?: number; weekday?: number; nthWeek?: number; isBefore?: true }
  /** "Zur gleichen Zeit": the one said before. */
  | { kind: "same-time" }
  /** "Für drei Tage": how long it lasts. */
  | { kind: "lasting"; days: number }
  /** `light`: says only that something suits ("wär mir recht"). `ofAll`: "beides", what follows is of each that was named. */
  | { kind: "word"; text: string; temporal: boolean; light?: true; ofAll?: true }
  /**
   * `instead`: "sonst", "wenn nicht": what follows stands for itself. `over`: "war", what is told is past. `behind`: corrects
   * to what stands before it. `rather`: takes back what stands before it where the same is named behind it. `contrast`: "aber".
   */
  | { kind: Connective; instead?: true; over?: true; behind?: true; rather?: true; contrast?: true };

export type Content = Extract<Element, { kind: "day" | "time" }>;

export const isContent = (element: Element | undefined): element is Content =>
  element?.kind === "day" || element?.kind === "time";

export const day = (ref: DayRef): Element[] => [{ kind: "day", ref }];
export const time = (ref: TimeRef): Element[] => [{ kind: "time", ref }];
export const mark = (kind: Connective): Element[] => [{ kind }];
const LONGEST_DAYS = 62;
export const lastingDays = (days: number): Element[] | null =>
  days >= 1 && days <= LONGEST_DAYS ? [{ kind: "lasting", days }] : null;
/** Said, understood, and without meaning for the calendar. */
export const nothing = (): Element[] => [];

/** Something about the time was said that is no time yet: worth a question, whatever else was understood. */
export const unsure = (): Element[] => [{ kind: "word", text: "", temporal: true }];

/** "Beides um drei": of each that was named. */
export const ofAll = (): Element[] => [{ kind: "word", text: "", temporal: false, light: true, ofAll: true }];

/** From thirteen on, and at zero, a clock needs no guess. */
export function clockOf(hour: number, minutes = 0, isWritten24 = false): Clock {
  return { minutes: hour * 60 + minutes, exact: isWritten24 || hour >= 13 || hour === 0 };
}
