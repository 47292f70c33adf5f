import { isTwelveHours } from "@/server/core/time-of-day";
import { type LocalTime, minutesOf } from "@/server/core/time-zone";
import type { DayHours, Shift } from "../schema";
import type { Rest } from "./plans";
import { faultOf } from "./shifts";
import { FROM_MONDAY, type WeekWords } from "./week-words";

const DASH = /^[-–—]$/;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?$/;
/** "9 a.m." is "9 am". */
const DOTTED_HALF = /\b([ap])\.\s?m\b\.?/g;
const HALVES = ["am", "pm"] as const;
type Half = (typeof HALVES)[number];

/** Reads what `weekText` writes, and what people type much like it; null for what is no week. */
export function parseWeekText(text: string, { words, rest }: { words: WeekWords; rest: Rest }): DayHours[] | null {
  const tokens = tokensOf(text, words);
  const days = new Map<number, DayHours>();
  const reader = new Reader(tokens, words);
  if (tokens.length === 1 && reader.takes(words.closed)) return emptyWeek(days, rest);
  while (!reader.isAtEnd) {
    const named = reader.days();
    const said = named && reader.hours();
    if (!named || !said) return null;
    for (const day of named) {
      const next = said === "closed" ? { mode: "closed" as const, shifts: [] } : openDay(said, days.get(day)?.shifts);
      if (!next) return null;
      days.set(day, { dayOfWeek: day, ...next });
    }
    reader.skip(",", ";");
  }
  return emptyWeek(days, rest);
}

type Said = "closed" | { shifts: Shift[] } | { until: LocalTime };

function openDay(said: Exclude<Said, "closed">, known: readonly Shift[] = []) {
  const shifts =
    "shifts" in said
      ? said.shifts
      : known.map((shift, at) => (at === known.length - 1 ? { ...shift, endTime: said.until } : shift));
  return shifts.length > 0 && !faultOf(shifts) ? { mode: "open" as const, shifts } : null;
}

const emptyWeek = (days: ReadonlyMap<number, DayHours>, rest: Rest): DayHours[] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => days.get(day) ?? { dayOfWeek: day, mode: rest, shifts: [] });

function tokensOf(text: string, { clock }: WeekWords): string[] {
  const tokens =
    text
      .toLowerCase()
      .replace(DOTTED_HALF, "$1m")
      .match(/\d{1,2}(?:[:.]\d{2})?|[a-zäöüß]+|[-–—]|[,;()&]/g) ?? [];
  return tokens.filter((token) => token !== clock.toLowerCase() && token !== "h");
}

class Reader {
  #at = 0;
  constructor(
    readonly tokens: readonly string[],
    readonly words: WeekWords,
  ) {}

  get isAtEnd(): boolean {
    return this.#at >= this.tokens.length;
  }

  takes(...words: string[]): boolean {
    if (!words.some((word) => word.toLowerCase() === this.tokens[this.#at])) return false;
    this.#at++;
    return true;
  }

  skip(...words: string[]): void {
    while (this.takes(...words));
  }

  /** "mo–fr, so". */
  days(): number[] | null {
    const days: number[] = [];
    for (let first = this.#day(); first !== null; first = this.#day()) {
      const last = this.#toDay() ? this.#day() : first;
      if (last === null || last < first) return null;
      for (let day = first; day <= last; day++) days.push(FROM_MONDAY[day] ?? 0);
      this.skip(",", "&", this.words.and);
    }
    return days.length > 0 ? days : null;
  }

  /** "9–18 (pause 12–13) und 19–21", "bis 20", "geschlossen". */
  hours(): Said | null {
    if (this.takes(this.words.closed)) return "closed";
    if (this.takes(this.words.until)) {
      const time = this.#number();
      const until = time && endIn(time, this.#half());
      return until ? { until } : null;
    }
    const shifts: Shift[] = [];
    do {
      const range = this.#range();
      if (!range) return null;
      const pause = this.#pause();
      if (pause === undefined) return null;
      shifts.push({
        startTime: range[0],
        endTime: range[1],
        breakStart: pause?.[0] ?? null,
        breakEnd: pause?.[1] ?? null,
      });
    } while (this.takes(this.words.and, "&"));
    return { shifts };
  }

  /** Null without a break, undefined for one that can't be read. */
  #pause(): [LocalTime, LocalTime] | null | undefined {
    const isOpen = this.takes("(");
    if (!this.takes(this.words.break)) return isOpen ? undefined : null;
    const range = this.#range();
    if (!range || (isOpen && !this.takes(")"))) return undefined;
    return range;
  }

  /** "9–18", "9:00 AM–6:00 PM", "2–6 pm": half of the day said once holds for both, where that makes a range. */
  #range(): [LocalTime, LocalTime] | null {
    const from = this.#number();
    const half = this.#half();
    if (!from || !(this.#dash() || this.takes(this.words.until, "to"))) return null;
    const until = this.#number();
    const lastHalf = this.#half();
    const end = until && endIn(until, lastHalf);
    const start = end && startOf(from, { half, lastHalf, end });
    return start && end ? [start, end] : null;
  }

  /** "mo–fr" or "mo bis fr", but not "do bis 20". */
  #toDay(): boolean {
    const isRange = this.words.days.flat().some((name) => name.toLowerCase() === this.tokens[this.#at + 1]);
    return isRange && (this.#dash() || this.takes(this.words.until, "to", "through"));
  }

  #dash(): boolean {
    if (!DASH.test(this.tokens[this.#at] ?? "")) return false;
    this.#at++;
    return true;
  }

  /** 0 = Monday. */
  #day(): number | null {
    const token = this.tokens[this.#at];
    const found = FROM_MONDAY.findIndex((day) => this.words.days[day]?.some((name) => name.toLowerCase() === token));
    if (found < 0) return null;
    this.#at++;
    return found;
  }

  #number(): LocalTime | null {
    const [, hours, minutes = "00"] = TIME.exec(this.tokens[this.#at] ?? "") ?? [];
    if (!hours || Number(hours) > 24 || Number(minutes) > 59 || (Number(hours) === 24 && minutes !== "00")) return null;
    this.#at++;
    return `${hours.padStart(2, "0")}:${minutes}`;
  }

  #half(): Half | null {
    const half = isTwelveHours(this.words.locale) && HALVES.find((one) => one === this.tokens[this.#at]);
    if (!half) return null;
    this.#at++;
    return half;
  }
}

/** Where a half is only said at the end, it is the start's too, unless the start would then not come first: "9–6 pm". */
function startOf(
  time: LocalTime,
  { half, lastHalf, end }: { half: Half | null; lastHalf: Half | null; end: LocalTime },
) {
  if (half || !lastHalf) return inHalf(time, half);
  const same = inHalf(time, lastHalf);
  return same && same < end ? same : inHalf(time, "am");
}

/** Twelve at night is the end of the day that it ends. */
function endIn(time: LocalTime, half: Half | null): LocalTime | null {
  const end = inHalf(time, half);
  return half && end === "00:00" ? "24:00" : end;
}

/** "6:00" in the second half is "18:00"; null for an hour that no clock of twelve shows. */
function inHalf(time: LocalTime, half: Half | null): LocalTime | null {
  if (!half) return time;
  const minutes = minutesOf(time);
  if (minutes < 60 || minutes >= 13 * 60) return null;
  const hour = (Math.floor(minutes / 60) % 12) + (half === "pm" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}${time.slice(2)}`;
}
