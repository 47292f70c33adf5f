import { type EpochMs, type LocalDate, resolveWall, wallMs } from "@/server/core/time";
import type { AppointmentStatus } from "../../schema";

const GERMAN_DATE = /^(?:[a-zäöü]{2,10}[.,]*\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/i;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const SLASH_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `24.12.2026`, `24.12.26`, `Do., 24.12.2026`, `2026-12-24` and `24/12/2026`; null for what is no day. */
export function readDate(text: string): LocalDate | null {
  const iso = ISO_DATE.exec(text);
  const [year, month, day] = iso
    ? iso.slice(1)
    : ((GERMAN_DATE.exec(text) ?? SLASH_DATE.exec(text))?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return null;
  const fullYear = year.length === 2 ? `20${year}` : year;
  const date = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
  return isDay && /^(19|20|21)/.test(date) ? date : null;
}

const TIME = /^(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?(?:\s*uhr)?$/i;

/** `9:30`, `09.30`, `14:30 Uhr`, `9 Uhr`: minutes since midnight; null for what is no time of the day. */
export function readTime(text: string): number | null {
  const found = TIME.exec(text);
  if (!found || (found[2] === undefined && !/uhr/i.test(text))) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

const OFFSET = /\s*(Z|[+-]\d{2}:?\d{2})$/i;

/** `10:00 +02:00`, `10:00Z`: the time, and how far ahead of UTC its clock is; null where that is not said. */
export function cutOffset(text: string): { time: string; offsetMinutes: number | null } {
  const found = /\d[:.]\d\d/.test(text) ? OFFSET.exec(text)?.[1] : undefined;
  if (!found) return { time: text, offsetMinutes: null };
  const [hours, minutes] = [Number(found.slice(1, 3)), Number(found.slice(-2))];
  const ahead = /z/i.test(found) ? 0 : (found.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
  return { time: text.replace(OFFSET, ""), offsetMinutes: ahead };
}

/** A day and a time, as a cell says it. */
export interface Moment {
  date: LocalDate;
  minutes: number;
  /** Of a time that says by which clock; otherwise it is the branch's. */
  offsetMinutes: number | null;
}

/** A day's date and its time, where both can be read. */
export function toMoment(date: LocalDate | null, text: string): Moment | null {
  const { time, offsetMinutes } = cutOffset(text);
  const minutes = readTime(time);
  return date && minutes !== null ? { date, minutes, offsetMinutes } : null;
}

const MOMENT = /^(.+?)[\sT,]+(?:um\s+)?(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*uhr)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?)$/i;

/** A day and its time in one cell. */
export function readMoment(text: string): Moment | null {
  const found = MOMENT.exec(text);
  return found?.[1] && found[2] ? toMoment(readDate(found[1].trim()), found[2].trim()) : null;
}

/** The instant by the branch's clock, which leaves an hour out in March and shows one twice in October. */
export function toInstant(zone: string, { date, minutes, offsetMinutes }: Moment): EpochMs | "skipped" | "repeated" {
  if (offsetMinutes !== null) return wallMs(date, minutes - offsetMinutes);
  const found = resolveWall(zone, date, minutes);
  return found.kind === "unique" ? found.at : found.kind;
}

/** `49`, `49,00 €`, `1.234,50`, `1,234.50`: cents; null for what is no amount. */
export function readCents(text: string): number | null {
  const plain = text.replace(/(€|eur|chf|\s|')/gi, "");
  if (!/^\d{1,3}([.,]?\d{3})*([.,]\d{1,2})?$/.test(plain)) return null;
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1];
  const whole = (decimals === undefined ? plain : plain.slice(0, -decimals.length - 1)).replace(/[.,]/g, "");
  const cents = Number(whole) * 100 + Number((decimals ?? "").padEnd(2, "0") || 0);
  return cents <= 100_000_000 ? cents : null;
}

const STATUS_WORDS: Record<AppointmentStatus, readonly string[]> = {
  pending: ["offen", "angefragt", "unbestätigt", "pending", "requested"],
  confirmed: ["bestätigt", "gebucht", "fest", "confirmed", "booked", "scheduled"],
  in_progress: ["läuft", "begonnen", "in progress"],
  completed: ["abgeschlossen", "erledigt", "fertig", "erschienen", "bezahlt", "completed", "done", "attended", "paid"],
  cancelled: ["abgesagt", "storniert", "storno", "cancelled", "canceled"],
  no_show: ["nicht erschienen", "no show", "no-show", "noshow", "no_show", "missed"],
};

/** What the file calls a status; undefined for a word that nobody knows. */
export function readStatus(text: string): AppointmentStatus | undefined {
  const word = text.trim().toLowerCase();
  const statuses = Object.keys(STATUS_WORDS) as AppointmentStatus[];
  return statuses.find((status) => STATUS_WORDS[status].includes(word));
}

/** `Schäfer, Maria` and `Maria Schäfer`. */
export function readName(text: string): { firstName: string; lastName: string } | null {
  const [last, first] = text.includes(",") ? text.split(",", 2).map((part) => part.trim()) : [];
  if (last) return { firstName: first ?? "", lastName: last };
  const words = text.trim().split(/\s+/).filter(Boolean);
  const lastName = words.pop();
  return lastName ? { firstName: words.join(" "), lastName } : null;
}
