import { addDays, type EpochMs, fromWall, MINUTE, minutesOf, toLocal, weekdayOf } from "@/server/core/time";
import { defaultSchedule } from "./accounts";
import type { CalcomBooking, CalcomEventType, CalcomSchedule, CalcomState } from "./state";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export interface Window {
  from: EpochMs;
  until: EpochMs;
}

/** Everybody who may serve a type: its owner, or the hosts of a team's. */
export function hostsOf({ ownerId, team }: CalcomEventType): number[] {
  return team ? team.hosts.map(({ userId }) => userId) : [ownerId];
}

export function scheduleOf(state: CalcomState, { settings }: CalcomEventType, hostId: number) {
  const chosen = settings.scheduleId === undefined ? undefined : state.schedules.get(settings.scheduleId);
  return chosen ?? defaultSchedule(state, hostId);
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
  return joinWindows(windows);
}

function hoursOf(schedule: CalcomSchedule, date: string): { startTime: string; endTime: string }[] {
  const overrides = schedule.overrides.filter((override) => override.date === date);
  if (overrides.length > 0) return overrides;
  const day = WEEKDAYS[weekdayOf(date)] ?? "";
  return schedule.availability.filter(({ days }) => days.includes(day));
}

/** Days that are open around the clock are one stretch: an appointment may last past midnight. */
export function joinWindows(windows: Window[]): Window[] {
  const joined: Window[] = [];
  for (const next of windows.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && next.from <= last.until) last.until = Math.max(last.until, next.until);
    else joined.push({ ...next });
  }
  return joined;
}

/** Who organises a booking then: the first free host, or the first of all where all are needed; null when nobody is. */
export function freeHost(state: CalcomState, wish: HostWish): number | null {
  const hosts = hostsOf(wish.eventType);
  const free = hosts.filter((hostId) => isFree(state, hostId, wish));
  const isEnough = wish.eventType.team?.schedulingType === "collective" ? free.length === hosts.length : true;
  return isEnough ? (free[0] ?? null) : null;
}

interface HostWish {
  eventType: CalcomEventType;
  wanted: Window;
  exceptUid?: string | undefined;
  /** Looks at other people's reservations too, as lists of free times do and bookings do not. */
  reservedAt?: number;
}

/** Whether the host works then and has nothing else; pending bookings block nobody, which is a known weakness over there. */
function isFree(state: CalcomState, hostId: number, { eventType, wanted, exceptUid, reservedAt }: HostWish): boolean {
  const schedule = scheduleOf(state, eventType, hostId);
  const works =
    schedule && openWindows(schedule, wanted).some(({ from, until }) => from <= wanted.from && wanted.until <= until);
  if (!works) return false;
  const before = (eventType.settings.beforeEventBuffer ?? 0) * MINUTE;
  const after = (eventType.settings.afterEventBuffer ?? 0) * MINUTE;
  const busy = [...busyOf(state, hostId, exceptUid), ...(reservedAt ? reservedOf(state, hostId, reservedAt) : [])];
  return !busy.some(({ startMs, endMs }) => startMs < wanted.until + after && wanted.from - before < endMs);
}

type Stretch = { startMs: number; endMs: number };

/** Bookings over there, each with the buffers of its own type, and whatever stands in the host's own calendar. */
function busyOf(state: CalcomState, hostId: number, exceptUid?: string): Stretch[] {
  const booked = [...state.bookings.values()].filter(
    (booking) => servesIn(state, booking, hostId) && booking.status === "accepted" && booking.uid !== exceptUid,
  );
  return [
    ...booked.map((booking) => withBuffers(state, booking)),
    ...[...state.busyTimes.values()].filter(({ userId }) => userId === hostId),
  ];
}

function withBuffers({ eventTypes }: CalcomState, { eventTypeId, startMs, endMs }: CalcomBooking): Stretch {
  const { beforeEventBuffer = 0, afterEventBuffer = 0 } = eventTypes.get(eventTypeId)?.settings ?? {};
  return { startMs: startMs - beforeEventBuffer * MINUTE, endMs: endMs + afterEventBuffer * MINUTE };
}

function reservedOf(state: CalcomState, hostId: number, now: number): Stretch[] {
  return [...state.reservations.values()].filter(({ eventTypeId, untilMs }) => {
    const eventType = state.eventTypes.get(eventTypeId);
    return untilMs > now && eventType !== undefined && hostsOf(eventType).includes(hostId);
  });
}

/** Of a collective type only the organiser is named, but all of them are busy. */
function servesIn(state: CalcomState, { hostId, eventTypeId }: CalcomBooking, userId: number): boolean {
  if (hostId === userId) return true;
  const team = state.eventTypes.get(eventTypeId)?.team;
  return team?.schedulingType === "collective" && team.hosts.some((host) => host.userId === userId);
}
