import type {
  BookableService,
  BookingTerms,
  CalendarData,
  StaffCalendar,
} from "@/server/availability/rules/calendar-data";
import type { ScheduleException } from "@/server/availability/rules/schedule";
import type { SlotRequest } from "@/server/availability/rules/slot";
import type { WorkingHour } from "@/server/availability/rules/weekly-hours";
import {
  addDays,
  DAY,
  type EpochMs,
  HOUR,
  type LocalDate,
  type LocalMoment,
  MINUTE,
  minutesOf,
  toLocal,
} from "@/server/core/time";

/** One minute as somebody with a watch lives it. */
interface Minute {
  date: LocalDate;
  weekday: number;
  reading: number;
  /** The latest reading of the day so far: in October the watch falls back behind it. */
  latest: number;
}

export interface Start {
  at: EpochMs;
  staffId: string;
}

const readings = new Map<string, LocalMoment>();

function readingAt(zone: string, at: EpochMs): LocalMoment {
  const key = `${zone} ${at}`;
  const reading = readings.get(key) ?? toLocal(zone, at);
  readings.set(key, reading);
  return reading;
}

const watches = new Map<string, Minute>();

export function minuteAt(zone: string, at: EpochMs): Minute {
  const key = `${zone} ${at}`;
  const known = watches.get(key);
  if (known) return known;
  const { date, weekday, minutes } = readingAt(zone, at);
  let latest = minutes;
  for (let earlier = at - MINUTE; earlier > at - 3 * HOUR; earlier -= MINUTE) {
    const other = readingAt(zone, earlier);
    if (other.date === date) latest = Math.max(latest, other.minutes);
  }
  const minute = { date, weekday, reading: minutes, latest };
  watches.set(key, minute);
  return minute;
}

/** Every start of every staff member, found by looking at each minute alone: slow, and plain to see. */
export function everyStart(request: SlotRequest, data: CalendarData): Start[] {
  const starts: Start[] = [];
  for (const staff of data.staff) {
    const can = canStart(staff, { request, data });
    for (let at = request.from; at < request.until; at += MINUTE) if (can(at)) starts.push({ at, staffId: staff.id });
  }
  return starts.sort((a, b) => a.at - b.at);
}

function canStart(staff: StaffCalendar, { request, data }: { request: SlotRequest; data: CalendarData }) {
  const [part] = request.parts;
  const service = data.services.find(({ id }) => id === part.serviceId);
  const offer = staff.offers.find(({ serviceId }) => serviceId === part.serviceId);
  const duration = part.durationMinutes ?? offer?.durationMinutes ?? service?.durationMinutes ?? 0;
  const atWork = remembered((at) => isOpen(at, data) && isAtWork(at, { staff, data }));
  const taken = remembered((at) => staff.busy.some(({ from, until }) => from <= at && at < until));

  return (at: EpochMs): boolean => {
    if (!service || !offer || (part.staffId && part.staffId !== staff.id)) return false;
    if (!isOnGrid(at, data) || !isWithinRules(at, { service, request, data, terms: staff.terms?.[service.id] }))
      return false;
    for (let m = 0; m < duration; m++) if (!atWork(at + m * MINUTE)) return false;
    for (let m = -service.bufferBeforeMinutes; m < duration + service.bufferAfterMinutes; m++) {
      if (taken(at + m * MINUTE)) return false;
    }
    return true;
  };
}

export function isOnGrid(at: EpochMs, { zone, slotIntervalMinutes }: CalendarData): boolean {
  const now = minuteAt(zone, at);
  const before = minuteAt(zone, at - MINUTE);
  const isShownAgain = before.date === now.date && before.latest >= now.reading;
  return !isShownAgain && now.reading % slotIntervalMinutes === 0;
}

interface Rules {
  service: BookableService;
  request: SlotRequest;
  data: CalendarData;
  /** Those of the person with whom it begins, where they have any. */
  terms?: BookingTerms | null | undefined;
}

/** Notice, horizon and the day's limit. */
export function isWithinRules(at: EpochMs, { service, request, data, terms }: Rules): boolean {
  const { minNoticeMinutes, maxHorizonDays } = terms ?? service;
  const today = minuteAt(data.zone, at).date;
  if (at < request.now + minNoticeMinutes * MINUTE) return false;
  if (today > addDays(minuteAt(data.zone, request.now).date, maxHorizonDays)) return false;
  return service.maxPerDay == null || (service.bookedPerDay?.[today] ?? 0) < service.maxPerDay;
}

export function isOpen(at: EpochMs, { zone, opening, holidays }: CalendarData): boolean {
  const minute = minuteAt(zone, at);
  const isHoliday = holidays.includes(minute.date);
  return isScheduled(at, { zone, rows: opening.hours, exceptions: opening.exceptions, isHoliday });
}

export function isAtWork(at: EpochMs, { staff, data }: { staff: StaffCalendar; data: CalendarData }): boolean {
  const { weekday, date } = minuteAt(data.zone, at);
  const today = staff.schedule.hours.filter((row) => row.dayOfWeek === weekday && isValid(row, date));
  const here = today.filter((row) => row.branchId === data.branchId);
  const rows = here.length > 0 ? here : today.filter((row) => !row.branchId);
  return isScheduled(at, { zone: data.zone, rows, exceptions: staff.schedule.exceptions, isHoliday: false });
}

interface Plan {
  zone: string;
  rows: readonly WorkingHour[];
  exceptions: readonly ScheduleException[];
  isHoliday: boolean;
}

function isScheduled(at: EpochMs, { zone, rows, exceptions, isHoliday }: Plan): boolean {
  const now = minuteAt(zone, at);
  if (exceptions.some((one) => one.kind !== "special_hours" && one.startsAt <= at && at < one.endsAt)) return false;
  const special = exceptions.filter(
    (one) => one.kind === "special_hours" && touchesDate(one, { zone, date: now.date }),
  );
  if (special.length > 0) {
    if (special.some((one) => !one.hours && one.startsAt <= at && at < one.endsAt)) return true;
    const shifts = special.flatMap(({ hours }) => hours ?? []);
    return shifts.some((shift) => isInShift(now, shift)) && !shifts.some((shift) => isInBreak(now, shift));
  }
  if (isHoliday) return false;
  const today = rows.filter((row) => row.dayOfWeek === now.weekday && isValid(row, now.date));
  const available = today.filter(({ isAvailable }) => isAvailable);
  if (!available.some((row) => isInShift(now, row)) || available.some((row) => isInBreak(now, row))) return false;
  return !today.some((row) => !row.isAvailable && isInShift(now, row));
}

function isValid({ validFrom, validUntil }: WorkingHour, date: LocalDate): boolean {
  return (!validFrom || validFrom <= date) && (!validUntil || date <= validUntil);
}

/** Whether any minute of the exception shows that date. */
function touchesDate(
  { startsAt, endsAt }: ScheduleException,
  { zone, date }: { zone: string; date: LocalDate },
): boolean {
  const first = minuteAt(zone, startsAt).date;
  const last = minuteAt(zone, endsAt - MINUTE).date;
  return first <= date && date <= last;
}

type Shift = Pick<WorkingHour, "startTime" | "endTime" | "breakStart" | "breakEnd">;

function isInShift({ latest }: Minute, { startTime, endTime }: Shift): boolean {
  return minutesOf(startTime) <= latest && latest < minutesOf(endTime);
}

function isInBreak({ latest }: Minute, { breakStart, breakEnd }: Shift): boolean {
  return !!breakStart && !!breakEnd && minutesOf(breakStart) <= latest && latest < minutesOf(breakEnd);
}

function remembered(test: (at: EpochMs) => boolean) {
  const answers = new Map<EpochMs, boolean>();
  return (at: EpochMs): boolean => {
    let answer = answers.get(at);
    if (answer === undefined) {
      answer = test(at);
      answers.set(at, answer);
    }
    return answer;
  };
}

/** Day windows around every kind of day that the engine must get right. */
export const DAYS = [
  { zone: "Europe/Berlin", midnight: Date.parse("2026-10-25T00:00:00+02:00") },
  { zone: "Europe/Berlin", midnight: Date.parse("2027-03-28T00:00:00+01:00") },
  { zone: "America/New_York", midnight: Date.parse("2026-11-01T00:00:00-04:00") },
  { zone: "America/New_York", midnight: Date.parse("2027-03-14T00:00:00-05:00") },
  { zone: "Europe/Berlin", midnight: Date.parse("2026-06-10T00:00:00+02:00") },
  { zone: "America/Havana", midnight: Date.parse("2026-11-01T00:00:00-04:00") },
].map(({ zone, midnight }) => ({ zone, dayBefore: midnight - DAY }));
