import { addDays, type EpochMs, toLocal } from "@/server/core/time";
import type { SayOptions, SpeechLanguage } from "../schema";
import { languageOf } from "./languages";

/** A date this near needs no year to be understood. */
const NO_YEAR_DAYS = 270;

/** "Dienstag, den 8. Dezember, um halb drei": what the agent says, and what `understandTime` takes for the same instant. */
export function sayTime(at: EpochMs, { zone, language, now }: SayOptions): string {
  const { voice } = languageOf(language);
  const { date, minutes } = toLocal(zone, at);
  const today = now === undefined ? undefined : toLocal(zone, now).date;
  const clock = voice.clock(minutes);
  if (date === today) return voice.today(clock);
  const day = voice.date(date, needsYear(date, today));
  return today && date === addDays(today, 1) ? voice.tomorrow(day, clock) : voice.dateAndClock(day, clock);
}

/** "Dienstag, den 8. Dezember"; with its year where it is far or over. */
export function sayDate(at: EpochMs, { zone, language, now }: SayOptions): string {
  const today = now === undefined ? undefined : toLocal(zone, now).date;
  const { date } = toLocal(zone, at);
  return languageOf(language).voice.date(date, needsYear(date, today));
}

function needsYear(date: string, today: string | undefined): boolean {
  return today !== undefined && (date < today || date > addDays(today, NO_YEAR_DAYS));
}

/** "um halb drei". */
export function sayClock(at: EpochMs, { zone, language }: SayOptions): string {
  return languageOf(language).voice.clock(toLocal(zone, at).minutes);
}

/** "49 Euro 50". */
export function sayMoney(
  amountCents: number,
  { currency, language }: { currency: string; language: SpeechLanguage },
): string {
  return languageOf(language).voice.money(amountCents, currency);
}

/** "eine halbe Stunde". */
export function sayDuration(minutes: number, { language }: { language: SpeechLanguage }): string {
  return languageOf(language).voice.duration(minutes);
}

/** "a, b oder c". */
export function sayList(
  items: readonly string[],
  { language, last = "or" }: { language: SpeechLanguage; last?: "or" | "and" },
): string {
  const link = languageOf(language).voice[last];
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${link} ${items.at(-1)}`;
}
