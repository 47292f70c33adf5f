import { addDays, type EpochMs, fromWall, MINUTE, minutesOf, toLocal, weekdayOf } from "@/server/core/time";
import { defaultSchedule } from "./accounts";
import type { CalcomBooking, CalcomEventType, CalcomSchedule, CalcomState } from "./state";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export interface Window {
  from: EpochMs;
  until: EpochMs;
}

export function scheduleOf(state: CalcomState, { ownerId, settings }: CalcomEventType): CalcomSchedule | undefined {
  const chosen = settings.scheduleId === undefined ? undefined : state.schedules.get(settings.scheduleId);
  return chosen ?? defaultSchedule(state, ownerId);
}

/** The stretches of a schedule that touch the range; an override replaces its whole day, and 00:00–00:00 closes it. */
export function openWindows(schedule: CalcomSchedule, { from, until }: Window): Window[] {
  const windows: Window[] = [];
  const last = toLocal(schedule.timeZone, until).date;
  for (let date = toLocal(schedule.timeZone, from).date; date <= last; date = addDays(date, 1)) {
    for (const { startTime, endTime } of hoursOf(schedule, date)) {
      if (startTime === endTime) continue;
      const endMinutes = endTime === "23:59" ? 24 * 60 : minutesOf(endTime);
      const opened = fromWall(schedule.timeZone, date, minutesOf(startTime));
      windows.push({ from: opened, until: fromWall(schedule.timeZone, date, endMinutes) });
    }
  }
  return join(windows);
}

function hoursOf(schedule: CalcomSchedule, date: string): { startTime: string; endTime: string }[] {
  const overrides = schedule.overrides.filter((override) => override.date === date);
  if (overrides.length > 0) return overrides;
  const day = WEEKDAYS[weekdayOf(date)] ?? "";
  return schedule.availability.filter(({ days }) => days.includes(day));
}

/** Days that are open around the clock are one stretch: an appointment may last past midnight. */
function join(windows: Window[]): Window[] {
  const joined: Window[] = [];
  for (const next of windows.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && next.from <= last.until) last.until = Math.max(last.until, next.until);
    else joined.push({ ...next });
  }
  return joined;
}

/** Whether the host works then and has nothing else; pending bookings block nobody, which is a known weakness over there. */
export function isHostFree(
  state: CalcomState,
  eventType: CalcomEventType,
  wanted: Window,
  exceptUid?: string,
): boolean {
  const schedule = scheduleOf(state, eventType);
  const works =
    schedule && openWindows(schedule, wanted).some(({ from, until }) => from <= wanted.from && wanted.until <= until);
  if (!works) return false;
  const before = (eventType.settings.beforeEventBuffer ?? 0) * MINUTE;
  const after = (eventType.settings.afterEventBuffer ?? 0) * MINUTE;
  return !busyBookings(state, eventType.ownerId, exceptUid).some(
    ({ startMs, endMs }) => startMs < wanted.until + after && wanted.from - before < endMs,
  );
}

function busyBookings(state: CalcomState, hostId: number, exceptUid?: string): CalcomBooking[] {
  return [...state.bookings.values()].filter(
    (booking) => booking.hostId === hostId && booking.status === "accepted" && booking.uid !== exceptUid,
  );
}
