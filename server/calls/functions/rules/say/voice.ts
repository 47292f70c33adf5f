import type { Slot } from "@/server/availability/rules/slot";
import type { EpochMs } from "@/server/core/time";
import { toLocal } from "@/server/core/time";
import { sayClock, sayDate, sayDuration, sayList, sayMoney, sayTime } from "@/server/speech/rules/say";
import type { SpeechLanguage } from "@/server/speech/schema";
import { german, type Sentences } from "./de";
import { english } from "./en";

const LANGUAGES: Record<SpeechLanguage, Sentences> = { de: german, en: english };

export const sentencesOf = (language: SpeechLanguage): Sentences => LANGUAGES[language];

/** Speaks of times, money and choices in the call's language, by the clock of a branch. */
export interface Voice {
  say: Sentences;
  time(at: EpochMs): string;
  date(at: EpochMs): string;
  money(amountCents: number): string;
  duration(minutes: number): string;
  or(items: readonly string[]): string;
  and(items: readonly string[]): string;
  /** All that belongs to a visit: "Waschen, Schneiden und Föhnen". */
  visit(services: readonly { name: string }[]): string;
  /** "Donnerstag, den 26. November, um 14 Uhr oder um halb vier". */
  offers(slots: readonly Pick<Slot, "startsAt">[]): string;
}

export interface VoiceFacts {
  language: SpeechLanguage;
  zone: string;
  currency: string;
  now: EpochMs;
}

export function voiceOf({ language, zone, currency, now }: VoiceFacts): Voice {
  const options = { language, zone, now };
  const or = (items: readonly string[]) => sayList(items, { language });
  const and = (items: readonly string[]) => sayList(items, { language, last: "and" });
  return {
    say: sentencesOf(language),
    time: (at) => sayTime(at, options),
    date: (at) => sayDate(at, options),
    money: (amountCents) => sayMoney(amountCents, { currency, language }),
    duration: (minutes) => sayDuration(minutes, { language }),
    or,
    and,
    visit: (services) => and(services.map(({ name }) => name)),
    offers: (slots) => or([...daysOf(slots, zone).values()].map((day) => offersOfDay(day))),
  };

  function offersOfDay(starts: EpochMs[]): string {
    const [first = 0, ...others] = starts;
    return or([sayTime(first, options), ...others.map((at) => sayClock(at, { zone, language }))]);
  }
}

function daysOf(slots: readonly { startsAt: EpochMs }[], zone: string): Map<string, EpochMs[]> {
  const days = new Map<string, EpochMs[]>();
  for (const { startsAt } of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
    const { date } = toLocal(zone, startsAt);
    days.set(date, [...(days.get(date) ?? []), startsAt]);
  }
  return days;
}
