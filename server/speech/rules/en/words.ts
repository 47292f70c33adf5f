import type { DayPart, Portion } from "../time/elements";

const entries = <T>(value: T, ...texts: string[]): [string, T][] => texts.map((text) => [text, value]);

/** 0 = Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...entries(1, "monday", "mon"),
  ...entries(2, "tuesday", "tue", "tues"),
  ...entries(3, "wednesday", "wed", "wednesdey"),
  ...entries(4, "thursday", "thu", "thur", "thurs"),
  ...entries(5, "friday", "fri"),
  ...entries(6, "saturday"),
  ...entries(0, "sunday"),
]);

export const EVERY_WEEKDAY: ReadonlyMap<string, number> = new Map([
  ...entries(1, "mondays"),
  ...entries(2, "tuesdays"),
  ...entries(3, "wednesdays"),
  ...entries(4, "thursdays"),
  ...entries(5, "fridays"),
  ...entries(6, "saturdays"),
  ...entries(0, "sundays"),
]);

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...entries(1, "january", "jan"),
  ...entries(2, "february", "feb"),
  ...entries(3, "march", "mar"),
  ...entries(4, "april", "apr"),
  ...entries(5, "may"),
  ...entries(6, "june", "jun"),
  ...entries(7, "july", "jul"),
  ...entries(8, "august", "aug"),
  ...entries(9, "september", "sept", "sep"),
  ...entries(10, "october", "oct"),
  ...entries(11, "november", "nov"),
  ...entries(12, "december", "dec"),
]);

export const PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...entries<DayPart>("morning", "morning", "mornings"),
  ...entries<DayPart>("noon", "lunchtime", "midday", "noontime"),
  ...entries<DayPart>("afternoon", "afternoon", "afternoons"),
  ...entries<DayPart>("evening", "evening", "evenings"),
  ...entries<DayPart>("night", "night", "nights"),
]);

export const PORTIONS: ReadonlyMap<string, Portion> = new Map([
  ...entries<Portion>("start", "beginning", "start", "early"),
  ...entries<Portion>("middle", "middle", "mid"),
  ...entries<Portion>("end", "end", "late"),
]);

/** Of more than a word. */
export const HALVES: ReadonlyMap<string, Portion> = new Map([
  ["first half", "first-half"],
  ["second half", "second-half"],
  ["latter half", "second-half"],
  ["latter part", "end"],
  ["back end", "end"],
  ["tail end", "end"],
  ["very end", "end"],
  ["very beginning", "start"],
]);

/** Behind a number these are counted, and it is no hour. */
export const UNITS = (
  "day days week weeks month months year years hour hours minute minutes min euro euros person people kid kids child children " +
  "appointment appointments time times percent cents cent dogs cats of seats places friends"
).split(" ");
