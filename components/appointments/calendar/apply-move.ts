import type { Calendar, CalendarEntry } from "@/server/appointments/calendar/schema";
import { fromWall, MINUTE } from "@/server/core/time-zone";
import type { Block } from "./blocks";
import type { Column } from "./columns";

/** Where somebody is about to put a block: this column, these minutes of its day. */
export interface Draft {
  block: Block;
  column: Column;
  top: number;
  minutes: number;
  mode: "move" | "resize";
}

/** What is asked of the server. */
export interface Move {
  entry: CalendarEntry;
  startsAt: number;
  /** Somebody else than before. */
  staffId?: string;
  /** Another length than before. */
  durationMinutes?: number;
}

/** A part is moved with all that was booked together: the appointment begins as much earlier or later as its part. */
export function toMove({ block, column, top, minutes, mode }: Draft, zone: string): Move | null {
  const { entry } = block;
  if (!entry) return null;
  const partStartsAt = fromWall(zone, column.date, top);
  const startsAt = mode === "resize" ? entry.startsAt : entry.startsAt + (partStartsAt - block.startsAt);
  const isOther = column.person.id !== block.staffId;
  const isLonger = mode === "resize" && minutes !== block.minutes;
  if (startsAt === entry.startsAt && !isOther && !isLonger) return null;
  return {
    ...{ entry, startsAt },
    ...(isOther ? { staffId: column.person.id } : {}),
    ...(isLonger ? { durationMinutes: minutes } : {}),
  };
}

/** The calendar as it will be, before the server has answered. */
export function applyMove(calendar: Calendar, { entry, startsAt, staffId, durationMinutes }: Move): Calendar {
  const shift = startsAt - entry.startsAt;
  const moved = (one: CalendarEntry): CalendarEntry => {
    const endsAt = durationMinutes ? startsAt + durationMinutes * MINUTE : one.endsAt + shift;
    const by = (id: string | null) => (staffId && id === one.staffId ? staffId : id);
    const parts = one.parts.map((part) => ({
      ...{ ...part, staffId: by(part.staffId) },
      ...{ startsAt: part.startsAt + shift, endsAt: part.endsAt + shift },
    }));
    return { ...one, startsAt, endsAt, staffId: staffId ?? one.staffId, parts };
  };
  return { ...calendar, entries: calendar.entries.map((one) => (one.id === entry.id ? moved(one) : one)) };
}
