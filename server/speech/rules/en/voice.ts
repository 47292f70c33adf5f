import type { Voice } from "../time/language";
import { englishAssumption, englishQuestion } from "./sentences";
import { clockWords, date, span, windowWords } from "./spoken-times";

const PARTS: Record<string, string> = {
  "360-600": "early in the morning",
  "360-720": "in the morning",
  "540-720": "in the morning",
  "660-840": "around noon",
  "780-1080": "in the afternoon",
  "1080-1260": "in the evening",
};

const UNITS: Record<string, [string, string]> = {
  EUR: ["euro", "cent"],
  CHF: ["franc", "centime"],
  USD: ["dollar", "cent"],
};

const counted = (amount: number, unit: string): string =>
  `${amount === 1 ? "one" : amount} ${unit}${amount === 1 ? "" : "s"}`;

function money(amountCents: number, currency: string): string {
  const [unit, small] = UNITS[currency] ?? [currency, "cent"];
  const [whole, rest] = [Math.floor(Math.abs(amountCents) / 100), Math.abs(amountCents) % 100];
  const sign = amountCents < 0 ? "minus " : "";
  if (whole === 0 && rest > 0) return `${sign}${counted(rest, small)}`;
  return `${sign}${counted(whole, unit)}${rest === 0 ? "" : ` ${rest}`}`;
}

function duration(minutes: number): string {
  if (minutes === 30) return "half an hour";
  if (minutes === 90) return "an hour and a half";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [];
  if (hours > 0) parts.push(hours === 1 ? "an hour" : `${hours} hours`);
  if (rest > 0 || hours === 0) parts.push(rest === 1 ? "a minute" : `${rest} minutes`);
  return parts.join(" and ");
}

export const englishVoice: Voice = {
  date,
  clock: (minutes) => `at ${clockWords(minutes)}`,
  dateAndClock: (day, clock) => `${day}, ${clock}`,
  today: (clock) => `today ${clock}`,
  tomorrow: (day, clock) => `tomorrow, ${day}, ${clock}`,
  span,
  window: windowWords,
  part: (from, to) => PARTS[`${from}-${to}`] ?? null,
  money,
  duration,
  or: "or",
  and: "and",
  asap: "as soon as possible",
  except: "except",
  question: englishQuestion,
  assumption: englishAssumption,
};
