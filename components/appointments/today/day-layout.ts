import type { AppointmentView } from "@/server/appointments/schema";
import { MINUTE, toLocal } from "@/server/core/time-zone";

export interface DayBlock {
  appointment: AppointmentView;
  /** Minutes below the top of the day shown. */
  top: number;
  minutes: number;
  /** Beside which others at the same time it stands, such as one that was booked after a no-show. */
  lane: number;
  lanes: number;
}

export interface DayColumn {
  staff: AppointmentView["staff"];
  blocks: DayBlock[];
}

export interface DayLayout {
  firstHour: number;
  lastHour: number;
  columns: DayColumn[];
}

/** Tall enough that half an hour shows name and service. */
export const PIXELS_PER_MINUTE = 1.6;

const HOUR_MINUTES = 60;

/** A day as columns: one for each person, by name, from the full hour before the first to the one after the last. */
export function layOutDay(appointments: readonly AppointmentView[], zone: string): DayLayout {
  const minuteOf = (at: Date) => toLocal(zone, at.getTime()).minutes;
  const starts = appointments.map(({ startsAt }) => minuteOf(startsAt));
  const ends = appointments.map(({ startsAt, endsAt }) => minuteOf(startsAt) + minutesBetween(startsAt, endsAt));
  const firstHour = Math.floor(Math.min(...starts, 24 * HOUR_MINUTES) / HOUR_MINUTES);
  const lastHour = Math.ceil(Math.max(...ends, 0) / HOUR_MINUTES);
  const people = new Map(appointments.map(({ staff }) => [staff.id, staff]));
  const columns = [...people.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((staff) => ({
      staff,
      blocks: inLanes(
        appointments
          .filter((each) => each.staff.id === staff.id)
          .map((appointment) => ({
            appointment,
            top: minuteOf(appointment.startsAt) - firstHour * HOUR_MINUTES,
            minutes: minutesBetween(appointment.startsAt, appointment.endsAt),
          })),
      ),
    }));
  return { firstHour, lastHour, columns };
}

const minutesBetween = (from: Date, until: Date) => Math.round((until.getTime() - from.getTime()) / MINUTE);

type Placed = Omit<DayBlock, "lane" | "lanes">;

/** Blocks that touch in time share the width; all others have it for themselves. */
function inLanes(blocks: Placed[]): DayBlock[] {
  const sorted = [...blocks].sort((a, b) => a.top - b.top);
  const groups: Placed[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of sorted) {
    if (block.top < end) groups.at(-1)?.push(block);
    else groups.push([block]);
    end = Math.max(end, block.top + block.minutes);
  }
  return groups.flatMap((group) => {
    const laneEnds: number[] = [];
    const placed = group.map((block) => {
      const free = laneEnds.findIndex((laneEnd) => laneEnd <= block.top);
      const lane = free < 0 ? laneEnds.length : free;
      laneEnds[lane] = block.top + block.minutes;
      return { ...block, lane };
    });
    return placed.map((block) => ({ ...block, lanes: laneEnds.length }));
  });
}
