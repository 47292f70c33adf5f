import type { LocalDate } from "@/server/core/time";
import { fold } from "@/server/speech/rules/fold";
import { allLanguages } from "@/server/speech/rules/languages";
import { numbersIn } from "@/server/speech/rules/spoken-numbers";

/** Who dictates a date mixes the languages, so the months of all of them are known. */
const MONTHS = allLanguages().map(({ contacts }) => contacts.months);

/** A date of birth as it is written or dictated ("14. März 1985", "14.3.85", "vierzehnter dritter fünfundachtzig", "1985-03-14"); null when it is none. */
export function readBirthdate(text: string, { thisYear }: { thisYear: number }): LocalDate | null {
  const spoken = fold(text);
  const iso = /\b(\d{4})-(\d\d?)-(\d\d?)\b/.exec(spoken);
  if (iso) return toDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = numbersIn(spoken);
  const month = monthIn(spoken);
  const [day = 0, second = 0, third = 0] = withWholeYear(numbers, { length: month > 0 ? 2 : 3 });
  return month > 0 ? toDate(fullYear(second, thisYear), month, day) : toDate(fullYear(third, thisYear), second, day);
}

/** 0 where none is named. */
function monthIn(spoken: string): number {
  const named = spoken.split(/[^a-z]+/).map((word) => MONTHS.find((months) => months.has(word))?.get(word));
  return named.find((month) => month !== undefined) ?? 0;
}

/** "Nineteen eighty five" and "neunzehn fünfundachtzig" are one year. */
function withWholeYear(numbers: number[], { length }: { length: number }): number[] {
  const [century = 0, year = 0] = numbers.slice(-2);
  const isSplit = numbers.length === length + 1 && (century === 19 || century === 20) && year < 100;
  return isSplit ? [...numbers.slice(0, -2), century * 100 + year] : numbers;
}

/** Two digits mean the past: nobody is born next year. */
function fullYear(year: number, thisYear: number): number {
  if (year >= 100) return year;
  return 2000 + year > thisYear ? 1900 + year : 2000 + year;
}

function toDate(year: number, month: number, day: number): LocalDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year > 1880 ? date.toISOString().slice(0, 10) : null;
}
