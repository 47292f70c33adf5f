import { DAY, MINUTE, toLocal, zoneOffsetMs } from "@/server/core/time";

/** An appointment as a calendar on somebody's phone shows it. */
export interface CalendarEntry {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Counts up with each change, so that a newer file replaces an older one. */
  version: number;
  updatedAt: Date;
  timezone: string;
  title: string;
  location: string;
  description: string;
  isCancelled: boolean;
}

/** A calendar file (RFC 5545) with one event, in the branch's own time zone. */
export function toCalendarFile(entry: CalendarEntry): string {
  const { timezone, startsAt, endsAt } = entry;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//AskProAI//Termine//DE",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...toZone(timezone, startsAt.getTime()),
    "BEGIN:VEVENT",
    `UID:${entry.id}@askproai`,
    `SEQUENCE:${entry.version - 1}`,
    `DTSTAMP:${toUtc(entry.updatedAt.getTime())}`,
    `DTSTART;TZID=${timezone}:${toWall(timezone, startsAt.getTime())}`,
    `DTEND;TZID=${timezone}:${toWall(timezone, endsAt.getTime())}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.location ? [`LOCATION:${escapeText(entry.location)}`] : []),
    ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

/** The zone's clock changes around the event: a file that names a zone must bring it along. */
function toZone(timezone: string, around: number): string[] {
  const changes = findChanges(timezone, around - 400 * DAY, around + 400 * DAY);
  const always = { at: 0, before: zoneOffsetMs(timezone, around), after: zoneOffsetMs(timezone, around) };
  const observances = (changes.length > 0 ? changes : [always]).flatMap(({ at, before, after }) => {
    const kind = after > before ? "DAYLIGHT" : "STANDARD";
    const onset = new Date(at + before).toISOString();
    return [
      `BEGIN:${kind}`,
      `DTSTART:${compact(onset)}`,
      `TZOFFSETFROM:${toOffset(before)}`,
      `TZOFFSETTO:${toOffset(after)}`,
      `END:${kind}`,
    ];
  });
  return ["BEGIN:VTIMEZONE", `TZID:${timezone}`, ...observances, "END:VTIMEZONE"];
}

function findChanges(timezone: string, from: number, until: number) {
  const changes: { at: number; before: number; after: number }[] = [];
  for (let day = from; day < until; day += DAY) {
    const [before, after] = [zoneOffsetMs(timezone, day), zoneOffsetMs(timezone, day + DAY)];
    if (before === after) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > MINUTE) {
      const middle = (low + high) / 2;
      if (zoneOffsetMs(timezone, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: Math.round(high / MINUTE) * MINUTE, before, after });
  }
  return changes;
}

function toOffset(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / MINUTE));
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}

/** `20261208T143000` of an ISO string. */
const compact = (iso: string): string => iso.slice(0, 19).replaceAll(/[-:]/g, "");
const toUtc = (at: number): string => `${compact(new Date(at).toISOString())}Z`;

function toWall(timezone: string, at: number): string {
  const { date, time } = toLocal(timezone, at);
  return compact(`${date}T${time}:00`);
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}

const encoder = new TextEncoder();

/** Lines hold 75 octets; what goes on begins with a space. A character is never cut in two. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
