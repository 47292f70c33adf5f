import Holidays from "date-holidays";
import type { LocalDate } from "@/server/core/time-zone";
import { isSamePlace, LOCAL_DAYS } from "../rules/local-days";

export interface Place {
  country: string;
  state: string | null;
  municipality: string | null;
}

export interface PublicHoliday {
  date: LocalDate;
  /** The same every year: the rule by which its date is found. */
  key: string;
  name: string;
  isChoice: boolean;
  isObserved: boolean;
}

/** The public holidays of a place by its law: whole days on which work rests. An unknown place has none. */
export function publicHolidays(place: Place, { year, language }: { year: number; language: string }): PublicHoliday[] {
  const { country, state, municipality } = place;
  const days = new Map<string, PublicHoliday>();
  const add = (region: string | undefined, as: { isChoice: boolean; isObserved: boolean }) => {
    for (const { date, key, name } of wholeDays({ country, state, region }, { year, language }))
      if (!days.has(date)) days.set(date, { date, key, name, ...as });
  };
  add(undefined, { isChoice: false, isObserved: true });
  const local = LOCAL_DAYS.filter((one) => one.country === country && one.state === state);
  for (const one of local)
    if (one.municipality && isSamePlace(one.municipality, municipality))
      add(one.region, { isChoice: false, isObserved: true });
  for (const one of local) if (!one.municipality) add(one.region, { isChoice: true, isObserved: one.isObserved });
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Half a day, from noon on: nobody's day off by law. */
const BEGINS_LATER = / \d{1,2}:\d{2}/;

interface Region {
  country: string;
  state: string | null;
  region?: string | undefined;
}

function wholeDays({ country, state, region }: Region, { year, language }: { year: number; language: string }) {
  const calendar = new Holidays();
  if (!init(calendar, { country, state, region })) return [];
  calendar.setLanguages(language);
  return calendar
    .getHolidays(year)
    .filter(({ type, rule }) => type === "public" && !BEGINS_LATER.test(rule))
    .map(({ date, name, rule }) => ({ date: date.slice(0, 10), name, key: rule.replace(/ since .*$/, "") }));
}

/** A state that the library does not know leaves those of the whole country. */
function init(calendar: Holidays, { country, state, region }: Region): boolean {
  if (!(country in (calendar.getCountries() ?? {}))) return false;
  const isKnown = state !== null && state in (calendar.getStates(country) ?? {});
  if (!isKnown) calendar.init(country);
  else if (region) calendar.init(country, state, region);
  else calendar.init(country, state);
  return true;
}

interface Named {
  code: string;
  name: string;
}

/** The countries that are known, and the states of one of them, by name. */
export function listCountries(language: string): Named[] {
  return byName(new Holidays().getCountries(language));
}

export function listStates(country: string, language: string): Named[] {
  return byName(new Holidays().getStates(country, language));
}

const byName = (names: Record<string, string> | undefined): Named[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name: name.replace(/^(Kanton|Canton|Land|Hansestadt) (?:of )?/, "") }))
    .sort((a, b) => a.name.localeCompare(b.name));
