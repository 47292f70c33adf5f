import type { EpochMs } from "@/server/core/time";
import { MINUTE } from "@/server/core/time";
import type { AppointmentStatus } from "../../schema";
import type { ImportField, ImportMapping, LineProblem } from "../schema";
import { type Moment, readCents, readDate, readMoment, readName, readStatus, toInstant, toMoment } from "./read-cells";

/** What a line says, before anybody has looked whether we know the names. */
export interface ReadLine {
  startsAt: EpochMs;
  /** Null: as long as the service takes. */
  endsAt: EpochMs | null;
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
  service: string;
  staff: string | null;
  priceCents: number | null;
  status: AppointmentStatus | null;
  notes: string | null;
}

export const problem = (reason: string, field: ImportField | null, value: string | null, suggestions: string[] = []) =>
  ({ reason, field, value, suggestions }) satisfies LineProblem;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_NOTE = 2000;

/** Reads the cells of a line by the branch's clock; every fault is named, not only the first. */
export function readLine(
  cells: readonly string[],
  { mapping, zone }: { mapping: ImportMapping; zone: string },
): { read: ReadLine | null; problems: LineProblem[] } {
  const cell = (field: ImportField) => (mapping[field] === undefined ? "" : (cells[mapping[field]] ?? "").trim());
  const problems: LineProblem[] = [];
  const startsAt = readStart(cell, zone, problems);
  const endsAt = startsAt === null ? null : readEnd(cell, { startsAt, zone }, problems);
  const name = readName(cell("customerName")) ?? { firstName: cell("firstName"), lastName: cell("lastName") };
  const [phone, email] = [cell("phone") || null, cell("email") || null];
  if (!name.lastName && !name.firstName && !phone && !email)
    problems.push(problem("customer_missing", "customerName", null));
  if (email && !EMAIL.test(email)) problems.push(problem("invalid_email", "email", email));
  if (!cell("service")) problems.push(problem("service_missing", "service", null));
  const priceCents = cell("price") ? readCents(cell("price")) : null;
  if (cell("price") && priceCents === null) problems.push(problem("invalid_price", "price", cell("price")));
  const status = cell("status") ? readStatus(cell("status")) : null;
  if (status === undefined) problems.push(problem("unknown_status", "status", cell("status")));
  if (problems.length > 0 || startsAt === null) return { read: null, problems };
  const person = name.lastName ? name : { firstName: "", lastName: name.firstName };
  const said = {
    service: cell("service"),
    staff: cell("staff") || null,
    notes: cell("notes").slice(0, LONGEST_NOTE) || null,
  };
  return { read: { startsAt, endsAt, ...person, phone, email, ...said, priceCents, status: status ?? null }, problems };
}

type Cell = (field: ImportField) => string;

function readStart(cell: Cell, zone: string, problems: LineProblem[]): EpochMs | null {
  const whole = cell("startsAt");
  const moment = whole ? readMoment(whole) : readParts(cell);
  const value = whole || [cell("date"), cell("time")].filter(Boolean).join(" ");
  if (!moment) {
    problems.push(problem(value ? "invalid_time" : "time_missing", whole ? "startsAt" : "date", value || null));
    return null;
  }
  return requireInstant({ moment, zone, field: whole ? "startsAt" : "time", value }, problems);
}

interface Said {
  moment: Moment;
  zone: string;
  field: ImportField;
  value: string;
}

/** The instant, or a problem where the clock shows that time never, or twice: nobody but the file knows which is meant. */
function requireInstant({ moment, zone, field, value }: Said, problems: LineProblem[]): EpochMs | null {
  const at = toInstant(zone, moment);
  if (at === "skipped") problems.push(problem("time_does_not_exist", field, value));
  else if (at === "repeated") problems.push(problem("time_exists_twice", field, value));
  else return at;
  return null;
}

const readParts = (cell: Cell) => toMoment(readDate(cell("date")), cell("time")) ?? readMoment(cell("date"));

function readEnd(cell: Cell, start: { startsAt: EpochMs; zone: string }, problems: LineProblem[]): EpochMs | null {
  const [until, duration] = [cell("endTime"), cell("durationMinutes")];
  if (duration) {
    const minutes = Number(duration.replace(/\s*min.*$/i, ""));
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return start.startsAt + minutes * MINUTE;
    problems.push(problem("invalid_duration", "durationMinutes", duration));
    return null;
  }
  if (!until) return null;
  const moment = readMoment(until) ?? readOnDayOf(until, cell);
  if (!moment) {
    problems.push(problem("invalid_time", "endTime", until));
    return null;
  }
  const endsAt = requireInstant({ moment, zone: start.zone, field: "endTime", value: until }, problems);
  if (endsAt === null) return null;
  if (endsAt <= start.startsAt) problems.push(problem("end_before_start", "endTime", until));
  else return endsAt;
  return null;
}

function readOnDayOf(until: string, cell: Cell) {
  const date = readDate(cell("date")) ?? readMoment(cell("startsAt"))?.date ?? null;
  return toMoment(date, until);
}
