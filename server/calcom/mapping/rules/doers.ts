import type { Offered } from "./wanted";

export interface Named {
  id: string;
  name: string;
}

export interface SegmentFacts {
  name: string;
  durationMinutes: number;
  /** As long the next one waits at the least. */
  gapAfterMinMinutes: number;
  isStaffFree: boolean;
  staffMode: "same" | "any" | "specific";
  /** Whoever is named for it and can be booked. */
  person: Named | null;
  /** The service that it is by itself, if it is one. */
  serviceId: string | null;
}

/** A service as it is booked here: at once, or as a chain of parts. */
export interface ServiceFacts {
  id: string;
  name: string;
  isActive: boolean;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  capacity: number;
  /** Who offers it, with a length of their own where they have one. */
  people: readonly (Named & { minutes: number | null })[];
  segments: readonly SegmentFacts[];
}

/** A stretch of a service that needs somebody, and everybody who may be booked for it. */
export interface PartDoers {
  /** Null for what has no parts. */
  part: string | null;
  /** By whose event types it is booked. */
  serviceId: string;
  minutes: number;
  /** So long after the part before it at the least; 0 for the first. */
  pauseMinutes: number;
  /** Each with what they need for it. */
  people: (Named & { minutes: number })[];
}

/** The stretches of a service that need somebody, each with everybody who may do it, as the engine chooses them. */
export function doersOf(service: ServiceFacts, all: readonly ServiceFacts[]): PartDoers[] {
  const { id: serviceId, people, durationMinutes } = service;
  if (service.segments.length === 0) {
    const doers = people.map(({ id, name, minutes }) => ({ id, name, minutes: minutes ?? durationMinutes }));
    return [{ part: null, serviceId, minutes: durationMinutes, pauseMinutes: 0, people: doers }];
  }
  const parts: PartDoers[] = [];
  let before: readonly Named[] | null = null;
  let pauseMinutes = 0;
  for (const segment of service.segments) {
    const able = ableFor(segment, { service, all });
    const isCarried: boolean = before !== null && (segment.isStaffFree || segment.staffMode === "same");
    const doers: PartDoers["people"] = isCarried ? able.filter(({ id }) => before?.some((one) => one.id === id)) : able;
    // Who is free meanwhile is whoever was there before.
    if (!segment.isStaffFree || before === null) before = doers;
    const { name: part, serviceId: other, durationMinutes: minutes, gapAfterMinMinutes, isStaffFree } = segment;
    if (!isStaffFree) parts.push({ part, serviceId: other ?? serviceId, minutes, pauseMinutes, people: doers });
    pauseMinutes = (isStaffFree ? pauseMinutes + minutes : 0) + gapAfterMinMinutes;
  }
  return parts;
}

interface Chain {
  service: ServiceFacts;
  all: readonly ServiceFacts[];
}

function ableFor({ durationMinutes, serviceId, staffMode, person }: SegmentFacts, { service, all }: Chain) {
  const other = serviceId && serviceId !== service.id ? all.find(({ id }) => id === serviceId) : undefined;
  const offering = (other ?? service).people.map(({ id, name, minutes }) => {
    return { id, name, minutes: (other && minutes) || durationMinutes };
  });
  if (staffMode !== "specific") return offering;
  return person ? [offering.find(({ id }) => id === person.id) ?? { ...person, minutes: durationMinutes }] : [];
}

/**
 * Each service by each person who does it, by itself or as a part of another. A class, and what is only done as a part, are
 * only ours to book over there, for as long as the parts take.
 */
export function offersOf(all: readonly ServiceFacts[]): Offered[] {
  const parts = all.filter(isChain).flatMap((service) => doersOf(service, all));
  return all.flatMap((service) => {
    const own = parts.filter(({ serviceId }) => serviceId === service.id);
    const isOwnChain = isChain(service);
    if (isOwnChain && own.length === 0) return [];
    const offering = service.isActive ? service.people : [];
    const helping = own.flatMap(({ people }) => people).filter(({ id }) => !offering.some((one) => one.id === id));
    const helpers = helping.filter(({ id }, at) => helping.findIndex((one) => one.id === id) === at);
    const named = (person: Named) => {
      return { serviceId: service.id, service: service.name, staffId: person.id, staff: person.name };
    };
    const asPart = (person: Named): Offered => {
      // Between the parts of one visit there is no buffer.
      const unbuffered = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, isHidden: true };
      const lengths = isOwnChain ? distinct(own.map(({ minutes }) => minutes)) : lengthsWith(person, own);
      return { ...named(person), lengthMinutes: lengths.at(-1) ?? service.durationMinutes, ...unbuffered, lengths };
    };
    const asWhole = (person: Named & { minutes: number | null }): Offered => {
      const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, capacity } = service;
      const buffers = { bufferBeforeMinutes, bufferAfterMinutes };
      const hidden = capacity > 1 ? { isHidden: true } : {};
      return { ...named(person), lengthMinutes: person.minutes ?? durationMinutes, ...buffers, ...hidden };
    };
    return [...offering.map(isOwnChain ? asPart : asWhole), ...helpers.map(asPart)];
  });
}

const isChain = ({ isActive, segments }: ServiceFacts): boolean => isActive && segments.length > 0;

const lengthsWith = ({ id }: Named, parts: readonly PartDoers[]): number[] =>
  distinct(parts.flatMap(({ people }) => people.filter((one) => one.id === id).map(({ minutes }) => minutes)));

const distinct = (minutes: readonly number[]): number[] => [...new Set(minutes)].sort((a, b) => a - b);
