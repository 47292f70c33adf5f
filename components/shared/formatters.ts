/** Where and for whom something is written: the reader's language, the branch's clock. */
export interface Place {
  locale: string;
  zone: string;
}

export type Instant = Date | string | number;

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

/** Intl objects are dear to make and are asked for in every row. */
function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  kind: string,
  locale: string,
  options: object,
  make: () => F,
): F {
  const key = `${kind}|${locale}|${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known as F;
  const made = make();
  cache.set(key, made);
  return made;
}

function dateTime(instant: Instant, { locale, zone }: Place, options: Intl.DateTimeFormatOptions): string {
  const all = { timeZone: zone, ...options };
  const formatter = cached("date", locale, all, () => new Intl.DateTimeFormat(locale, all));
  // Node and browsers disagree on which space stands before "PM"; a line never breaks at ours.
  return formatter.format(new Date(instant)).replace(/\s(?=[AP]M)/, "\u00a0");
}

function number(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  return cached("number", locale, options, () => new Intl.NumberFormat(locale, options)).format(value);
}

/** `21.11.2026` */
export function formatDate(instant: Instant, place: Place): string {
  return dateTime(instant, place, { day: "2-digit", month: "2-digit", year: "numeric" });
}

/** `Sa., 21. Nov.` */
export function formatDay(instant: Instant, place: Place): string {
  return dateTime(instant, place, { weekday: "short", day: "numeric", month: "short" });
}

/** `Samstag, 21. November 2026` */
export function formatLongDate(instant: Instant, place: Place): string {
  return dateTime(instant, place, { dateStyle: "full" });
}

/** English reads a clock of twelve hours, which has no leading zero: `9:05 AM`. */
export const hourOf = (locale: string) => (locale === "en" ? "numeric" : "2-digit");

/** `14:30` */
export function formatTime(instant: Instant, place: Place): string {
  return dateTime(instant, place, { hour: hourOf(place.locale), minute: "2-digit" });
}

/** `14:30–15:15`; in English the half of the day stands once where it is the same: `2:30–3:15 PM` */
export function formatTimeRange({ from, to }: { from: Instant; to: Instant }, place: Place): string {
  const last = formatTime(to, place);
  const half = last.match(/\s[AP]M/)?.[0] ?? "";
  return `${formatTime(from, place).replace(half, "")}–${last}`;
}

/** `Sa., 21. Nov., 14:30` */
export function formatDateTime(instant: Instant, place: Place): string {
  return `${formatDay(instant, place)}, ${formatTime(instant, place)}`;
}

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** `vor 5 Minuten`, `in 2 Stunden`; below a minute `jetzt`. */
export function formatRelative(instant: Instant, { now, locale }: { now: Instant; locale: string }): string {
  const seconds = (new Date(instant).getTime() - new Date(now).getTime()) / 1000;
  const options = { numeric: "auto" } as const;
  const formatter = cached("relative", locale, options, () => new Intl.RelativeTimeFormat(locale, options));
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? formatter.format(Math.trunc(seconds / step[1]), step[0]) : formatter.format(0, "second");
}

/** A call's length as a clock shows it: `3:07`, `1:02:00`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pad = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** A service's length: `45 Min.`, `1 Std. 30 Min.` */
export function formatMinutes(minutes: number, locale: string): string {
  const part = (value: number, unit: string) => number(value, locale, { style: "unit", unit, unitDisplay: "short" });
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return part(minutes, "minute");
  return minutes % 60 === 0 ? part(hours, "hour") : `${part(hours, "hour")} ${part(minutes % 60, "minute")}`;
}

/** `49,00 €`; whole amounts of a figure card may leave the cents out. */
export function formatMoney(
  amountCents: number,
  { currency, locale, isWhole }: { currency: string; locale: string; isWhole?: boolean },
): string {
  const options = { style: "currency", currency, maximumFractionDigits: isWhole ? 0 : 2 } as const;
  return number(amountCents / 100, locale, isWhole ? { ...options, minimumFractionDigits: 0 } : options);
}

export function formatNumber(value: number, locale: string): string {
  return number(value, locale, { maximumFractionDigits: 1 });
}

/** A share of 1: `0.425` is `42,5 %`. */
export function formatPercent(share: number, locale: string): string {
  return number(share, locale, { style: "percent", maximumFractionDigits: 1 });
}
