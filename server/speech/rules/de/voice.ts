import type { Voice } from "../time/language";
import { germanAssumption, germanQuestion } from "./sentences";
import { clockWords, date, span, windowWords } from "./spoken-times";

const HOUR = 60;

const PARTS: Record<string, string> = {
  "360-600": "morgens",
  "540-720": "vormittags",
  "660-840": "mittags",
  "780-1080": "nachmittags",
  "1080-1260": "abends",
};

const UNITS: Record<string, [string, string]> = {
  EUR: ["Euro", "Cent"],
  CHF: ["Franken", "Rappen"],
  USD: ["Dollar", "Cent"],
};

function money(amountCents: number, currency: string): string {
  const [unit, small] = UNITS[currency] ?? [currency, "Cent"];
  const [whole, rest] = [Math.floor(Math.abs(amountCents) / 100), Math.abs(amountCents) % 100];
  const sign = amountCents < 0 ? "minus " : "";
  if (whole === 0 && rest > 0) return `${sign}${rest} ${small}`;
  const amount = whole === 1 ? "ein" : String(whole);
  return `${sign}${amount} ${unit}${rest === 0 ? "" : ` ${rest}`}`;
}

function duration(minutes: number): string {
  if (minutes === 30) return "eine halbe Stunde";
  if (minutes === 90) return "anderthalb Stunden";
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  const parts = [];
  if (hours > 0) parts.push(hours === 1 ? "eine Stunde" : `${hours} Stunden`);
  if (rest > 0 || hours === 0) parts.push(rest === 1 ? "eine Minute" : `${rest} Minuten`);
  return parts.join(" und ");
}

export const germanVoice: Voice = {
  date,
  clock: (minutes) => `um ${clockWords(minutes)}`,
  dateAndClock: (day, clock) => `${day}, ${clock}`,
  today: (clock) => `heute ${clock}`,
  tomorrow: (day, clock) => `morgen, ${day}, ${clock}`,
  span,
  window: windowWords,
  part: (from, to) => PARTS[`${from}-${to}`] ?? null,
  money,
  duration,
  or: "oder",
  and: "und",
  asap: "so früh wie möglich",
  except: "außer",
  question: germanQuestion,
  assumption: germanAssumption,
};
