import { toLocal } from "@/server/core/time";
import type { UnbookableReason } from "../schema";
import type { CalendarData, StaffCalendar } from "./calendar-data";
import { dayNumberOf } from "./local-day";
import { toParts } from "./parts";
import type { Slot } from "./slot";
import { hasLimit, isWithinWorkingTime, weekOf } from "./working-time";

/** Of what only so much may be booked: people's minutes, and each wished service in a day. */
export interface Limits {
  branchId: string;
  zone: string;
  staff: readonly Pick<StaffCalendar, "id" | "maxMinutesPerDay" | "maxMinutesPerWeek">[];
  services: readonly { id: string; maxPerDay: number }[];
}

/** What of a slot is counted. */
export type CountedSlot = Pick<Slot, "startsAt" | "endsAt" | "session" | "segments">;

/** Null where nothing is limited, as with most. */
export function limitsOf({ branchId, zone, staff, services }: CalendarData): Limits | null {
  const limited = staff
    .filter(hasLimit)
    .map(({ id, maxMinutesPerDay, maxMinutesPerWeek }) => ({ id, maxMinutesPerDay, maxMinutesPerWeek }));
  const capped = services.flatMap(({ id, maxPerDay }) => (maxPerDay == null ? [] : [{ id, maxPerDay }]));
  return limited.length + capped.length > 0 ? { branchId, zone, staff: limited, services: capped } : null;
}

/** What a slot counts towards, or null. A place in a class takes nothing that its session has not taken already. */
export function limitsTouched({ staff, ...limits }: Limits, slot: CountedSlot): Limits | null {
  if (slot.session) return null;
  const taken = new Set(toParts(slot).map(({ staffId }) => staffId));
  const touched = { ...limits, staff: staff.filter(({ id }) => taken.has(id)) };
  return touched.staff.length + touched.services.length > 0 ? touched : null;
}

/** One key for each person's week and each service's day that the slot counts towards; whoever has them counts alone. */
export function limitKeys({ zone, branchId, staff, services }: Limits, slot: CountedSlot): string[] {
  const days = new Set(slot.segments.map(({ startsAt }) => dayNumberOf(toLocal(zone, startsAt).date)));
  const weeks = new Set([...days].map(weekOf));
  const first = dayNumberOf(toLocal(zone, slot.startsAt).date);
  return [
    ...staff.flatMap(({ id }) => [...weeks].map((week) => `${id} ${week}`)),
    ...services.map(({ id }) => `${branchId} ${id} ${first}`),
  ].sort();
}

/** What is booked by now, the slot included. */
export interface Booked {
  minutes: readonly { staffId: string; day: string; booked: number }[];
  services: readonly { id: string; day: string; booked: number }[];
}

/** Which limit the slot turns out to pass, or null. */
export function limitPassed(
  { zone, staff, services }: Limits,
  { slot, booked }: { slot: CountedSlot; booked: Booked },
) {
  const dates = [...new Set(slot.segments.map(({ startsAt }) => toLocal(zone, startsAt).date))];
  const work = dates.map((date) => ({ day: dayNumberOf(date), ms: 0 }));
  const isOverworked = staff.some((person) => {
    const own = booked.minutes.filter(({ staffId }) => staffId === person.id);
    const bookedMinutesPerDay = Object.fromEntries(own.map(({ day, booked: minutes }) => [day, minutes]));
    return !isWithinWorkingTime({ ...person, bookedMinutesPerDay }, work);
  });
  if (isOverworked) return "working_time_limit_reached" satisfies UnbookableReason;
  const today = toLocal(zone, slot.startsAt).date;
  const isFull = services.some(({ id, maxPerDay }) =>
    booked.services.some((one) => one.id === id && one.day === today && one.booked > maxPerDay),
  );
  return isFull ? ("daily_limit_reached" satisfies UnbookableReason) : null;
}
