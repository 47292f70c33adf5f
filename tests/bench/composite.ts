import type { CalendarData, ServiceSegment } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { DAY, HOUR, MINUTE } from "@/server/core/time";
import { type Figure, median } from "./figure";

const ROUNDS = 15;
const WARM_UP = 100;
const FROM = Date.parse("2026-10-19T00:00:00+02:00");

/** The asked one first, then what shows how it grows with the people and with the days. */
const SIZES = [
  { staff: 20, days: 14 },
  { staff: 5, days: 14 },
  { staff: 10, days: 14 },
  { staff: 40, days: 14 },
  { staff: 20, days: 7 },
  { staff: 20, days: 28 },
  { staff: 20, days: 56 },
];

export interface Size {
  staff: number;
  days: number;
}

/** Processor time of a search for a service of three segments, each of which anybody may do. */
export function benchComposite(): Figure[] {
  return SIZES.map((size, nr) => ({
    name: `slots.composite${size.staff}x${size.days}.ms`,
    value: Math.round(medianCpuMs(compositeSearch(size)) * 100) / 100,
    unit: "ms",
    ...(nr === 0 ? { goal: { atMost: 5 } } : {}),
  }));
}

/** Mon–Sat 9–18 with a lunch break, six appointments a day for everybody, a start every 15 minutes, over the change of 2026-10-25. */
export function compositeSearch({ staff, days }: Size): { request: SlotRequest; data: CalendarData } {
  const hours = [1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
    dayOfWeek,
    startTime: "09:00",
    endTime: "18:00",
    isAvailable: true,
  }));
  const withLunch = hours.map((row) => ({ ...row, breakStart: "12:30", breakEnd: "13:00" }));
  const until = FROM + days * DAY;
  return {
    request: { parts: [{ serviceId: "composite" }], from: FROM, until, now: FROM - DAY },
    data: {
      branchId: "main",
      zone: "Europe/Berlin",
      slotIntervalMinutes: 15,
      opening: { hours, exceptions: [] },
      holidays: [],
      services: [composite],
      staff: Array.from({ length: staff }, (_, nr) => ({
        id: `staff ${nr}`,
        schedule: { hours: withLunch, exceptions: [] },
        offers: [{ serviceId: "composite" }],
        busy: Array.from({ length: days * 6 }, (_one, i) => busyTime(i, nr)),
      })),
    },
  };
}

function busyTime(i: number, nr: number) {
  const from = FROM + Math.floor(i / 6) * DAY + 9 * HOUR + (i % 6) * 90 * MINUTE + ((nr * 7 + i * 11) % 8) * 5 * MINUTE;
  return { from, until: from + (20 + ((nr + i) % 5) * 10) * MINUTE };
}

const segment: Omit<ServiceSegment, "position" | "name"> = {
  durationMinutes: 20,
  gapAfterMinMinutes: 0,
  gapAfterMaxMinutes: 15,
  serviceId: null,
  staffMode: "any",
  staffId: null,
  isStaffFree: false,
  resourceType: null,
};
const composite = {
  id: "composite",
  durationMinutes: 60,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 5,
  priceCents: 9900,
  minNoticeMinutes: 0,
  maxHorizonDays: 365,
  segments: ["wash", "cut", "dry"].map((name, position) => ({ ...segment, name, position })),
};

function medianCpuMs({ request, data }: { request: SlotRequest; data: CalendarData }): number {
  for (let i = 0; i < WARM_UP; i++) searchOnce();
  return median(Array.from({ length: ROUNDS }, searchOnce));

  function searchOnce(): number {
    const before = process.cpuUsage();
    if (findSlots(request, data).slots.length === 0) throw new Error("no slot for a composite service");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}
