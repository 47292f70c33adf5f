import type { AppointmentView } from "@/server/appointments/schema";
import { MINUTE, toLocal } from "@/server/core/time-zone";
import { inLanes, type Lane, type Lasting } from "../lanes";

export interface DayBlock extends Lasting, Lane {
  appointment: AppointmentView;
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
