import { MINUTE } from "@/server/core/time";
import type { ResourceType } from "../schema";
import type { BookableService, CalendarData, ServiceSegment, StaffOffer } from "./calendar-data";
import type { SlotPart, SlotWish } from "./slot";
import type { Timing } from "./start-ranges";

const WAIT_BETWEEN_PARTS = 15;

/** One stretch of what is wanted: a segment of a composite service, or a simple service. */
export interface Link {
  /** Which of the wished parts it belongs to. */
  part: number;
  service: BookableService;
  /** What its person must offer. */
  serviceId: string;
  /** Does it without having to offer it. */
  specificStaffId: string | null;
  /** Of those who offer it; in a composite service only where they do. */
  wantedStaffId: string | null;
  name: string | null;
  durationMinutes: number;
  /** Whether a person who is slower or faster at `serviceId` counts. */
  hasOwnDurations: boolean;
  bufferBeforeMs: number;
  bufferAfterMs: number;
  /** How long after the end of the link before it may start. */
  waitMinMs: number;
  waitMaxMs: number;
  /** Nobody is taken; its person only looks after it. */
  isStaffFree: boolean;
  /** Its person is that of the link before it. */
  isCarried: boolean;
  resourceType: ResourceType | null;
}

/** What is wanted as a chain of links that follow each other; null when a service is unknown here. */
export function toLinks(wish: SlotWish, { services }: Pick<CalendarData, "services">): Link[] | null {
  const links: Link[] = [];
  for (const [part, wanted] of wish.parts.entries()) {
    const service = services.find(({ id }) => id === wanted.serviceId);
    if (!service) return null;
    const segments = service.segments ?? [];
    const facts = { service, wanted, wish, part, count: Math.max(1, segments.length) };
    if (segments.length === 0) links.push(simpleLink({ ...facts, nr: 0 }));
    else links.push(...segments.map((segment, nr) => segmentLink(segment, { ...facts, nr })));
  }
  return links;
}

interface LinkFacts {
  service: BookableService;
  wanted: SlotPart;
  wish: SlotWish;
  part: number;
  /** The link's number within its part, of so many. */
  nr: number;
  count: number;
}

function simpleLink({ service, wanted, wish, part, nr, count }: LinkFacts): Link {
  const isAfterPart = part > 0 && nr === 0;
  return {
    part,
    service,
    serviceId: service.id,
    specificStaffId: null,
    wantedStaffId: (nr === 0 && wanted.staffId) || null,
    name: null,
    durationMinutes: wanted.durationMinutes ?? service.durationMinutes,
    hasOwnDurations: wanted.durationMinutes == null,
    bufferBeforeMs: nr === 0 ? service.bufferBeforeMinutes * MINUTE : 0,
    bufferAfterMs: nr === count - 1 ? service.bufferAfterMinutes * MINUTE : 0,
    waitMinMs: 0,
    waitMaxMs: isAfterPart ? (wish.maxWaitMinutes ?? WAIT_BETWEEN_PARTS) * MINUTE : 0,
    isStaffFree: false,
    isCarried: wish.sameStaff === true && part + nr > 0,
    resourceType: null,
  };
}

/** One person for all of it beats what the segment says of its person. */
function segmentLink(segment: ServiceSegment, facts: LinkFacts): Link {
  const { service, nr, wanted, wish } = facts;
  const link = simpleLink(facts);
  const isCarried = link.isCarried || (nr > 0 && (segment.staffMode === "same" || segment.isStaffFree));
  const isChosen = !isCarried && segment.staffMode !== "specific";
  const before = nr > 0 ? service.segments?.[nr - 1] : undefined;
  return {
    ...link,
    serviceId: segment.serviceId ?? service.id,
    specificStaffId: segment.staffMode === "specific" && !wish.sameStaff && !isCarried ? segment.staffId : null,
    wantedStaffId: (isChosen && wanted.staffId) || link.wantedStaffId,
    name: segment.name,
    durationMinutes: segment.durationMinutes,
    hasOwnDurations: segment.serviceId != null && segment.serviceId !== service.id && !segment.isStaffFree,
    waitMinMs: (before?.gapAfterMinMinutes ?? 0) * MINUTE,
    waitMaxMs: before ? Math.max(before.gapAfterMinMinutes, before.gapAfterMaxMinutes) * MINUTE : link.waitMaxMs,
    isStaffFree: segment.isStaffFree,
    isCarried,
    resourceType: segment.resourceType,
  };
}

export function timingOf(link: Link, offer: StaffOffer | null): Timing {
  const own = link.hasOwnDurations ? offer?.durationMinutes : null;
  return {
    durationMs: (own ?? link.durationMinutes) * MINUTE,
    bufferBeforeMs: link.bufferBeforeMs,
    bufferAfterMs: link.bufferAfterMs,
  };
}
