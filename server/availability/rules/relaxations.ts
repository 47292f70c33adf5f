import type { UnbookableReason } from "../schema";
import type { CalendarData } from "./calendar-data";

export interface Relaxation {
  reason: UnbookableReason;
  /** The calendar as if this were no obstacle; null where it is none anyway. */
  relax: (data: CalendarData) => CalendarData | null;
}

/** What may stand in the way beside time, nearest first. */
export const relaxations: readonly Relaxation[] = [
  { reason: "off_grid", relax: withoutFit },
  { reason: "resource_taken", relax: withoutResources },
  { reason: "further_staff_busy", relax: withoutFurtherStaff },
  { reason: "working_time_limit_reached", relax: withoutLimits },
];

function withoutFit(data: CalendarData): CalendarData | null {
  return data.slotMode === "fit" ? { ...data, slotMode: "interval" } : null;
}

function withoutResources(data: CalendarData): CalendarData | null {
  const needsAny = data.services.some(
    ({ resources, segments }) => resources?.length || segments?.some(({ resourceType }) => resourceType),
  );
  if (!needsAny) return null;
  const services = data.services.map((service) => ({
    ...service,
    resources: [],
    segments: service.segments?.map((segment) => ({ ...segment, resourceType: null })),
  }));
  return { ...data, services };
}

function withoutFurtherStaff(data: CalendarData): CalendarData | null {
  if (!data.services.some(({ staffRequirements }) => staffRequirements?.length)) return null;
  return { ...data, services: data.services.map((service) => ({ ...service, staffRequirements: [] })) };
}

function withoutLimits(data: CalendarData): CalendarData | null {
  const isLimited = data.staff.some((one) => one.maxMinutesPerDay != null || one.maxMinutesPerWeek != null);
  if (!isLimited) return null;
  return { ...data, staff: data.staff.map((one) => ({ ...one, maxMinutesPerDay: null, maxMinutesPerWeek: null })) };
}
