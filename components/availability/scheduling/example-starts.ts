import type { CalendarData } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import { DAY, HOUR, MINUTE } from "@/server/core/time-zone";
import type { SlotMode } from "@/server/tenancy/scheduling/schema";

/** A morning that everybody can picture: somebody is free from nine to twelve, and is asked for one of two services. */
export const EXAMPLE = { from: "09:00", until: "12:00", durationMinutes: 45, shortestMinutes: 30 };
const FREE = { from: 9 * HOUR, until: 12 * HOUR };

interface Offering {
  slotIntervalMinutes: number;
  slotMode: SlotMode;
}

/** The starts that the engine itself offers there, in minutes of the day. */
export function exampleStarts({ slotIntervalMinutes, slotMode }: Offering): number[] {
  const { slots } = findSlots(
    { parts: [{ serviceId: "wanted" }], now: 0, from: DAY, until: 2 * DAY },
    exampleCalendar({ slotIntervalMinutes, slotMode }),
  );
  return slots.map(({ startsAt }) => (startsAt - DAY) / MINUTE);
}

function exampleCalendar(offering: Offering): CalendarData {
  const service = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, priceCents: 0 };
  const terms = { minNoticeMinutes: 0, maxHorizonDays: 2 };
  const special = { kind: "special_hours" as const, startsAt: DAY + FREE.from, endsAt: DAY + FREE.until };
  const schedule = { hours: [], exceptions: [special] };
  return {
    ...offering,
    branchId: "here",
    zone: "UTC",
    opening: schedule,
    holidays: [],
    services: [
      { ...service, ...terms, id: "wanted", durationMinutes: EXAMPLE.durationMinutes },
      { ...service, ...terms, id: "shortest", durationMinutes: EXAMPLE.shortestMinutes },
    ],
    staff: [{ id: "anybody", schedule, offers: [{ serviceId: "wanted" }, { serviceId: "shortest" }], busy: [] }],
  };
}
