import type { CalendarData } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import { DAY, HOUR, MINUTE } from "@/server/core/time-zone";
import type { SlotMode } from "@/server/tenancy/scheduling/schema";

/** A morning that everybody can picture: somebody is free from nine to twelve, and is asked for one of two services. */
export const EXAMPLE = { from: "9:00", until: "12:00", durationMinutes: 45, shortestMinutes: 30 };
const FREE = { from: 9 * HOUR, until: 12 * HOUR };

interface Offering {
  slotIntervalMinutes: number;
  slotMode: SlotMode;
}

/** The starts that the engine itself offers there, as clock times. */
export function exampleStarts({ slotIntervalMinutes, slotMode }: Offering): string[] {
  const { slots } = findSlots(
    { parts: [{ serviceId: "wanted" }], now: 0, from: DAY, until: 2 * DAY },
    exampleCalendar({ slotIntervalMinutes, slotMode }),
  );
  return slots.map(({ startsAt }) => clockTime((startsAt - DAY) / MINUTE));
}

const clockTime = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

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
