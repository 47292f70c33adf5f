import type { MappingGap } from "../schema";
import { doersOf, type Named, type PartDoers, type ServiceFacts } from "./doers";

interface Mapping {
  serviceId: string;
  /** Null: whoever is chosen over there. */
  staffId: string | null;
  calcomEventTypeId: number;
  isActive: boolean;
}

interface Sides {
  services: readonly ServiceFacts[];
  mappings: readonly Mapping[];
  /** Who is somebody over there. */
  matchedStaffIds: readonly string[];
  /** As they are over there; null while nobody has asked. */
  eventTypes: readonly EventType[] | null;
}

interface EventType {
  id: number;
  /** All lengths that it can be booked for. */
  lengthOptions: readonly number[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/**
 * What of a service would stand here only: each of its parts with each person who may be booked for it and for whom there is no
 * event type over there, none that can be booked for as long as it takes, or one that keeps the time of the next part free.
 */
export function gapsOf(service: ServiceFacts, sides: Sides): MappingGap[] {
  return doersOf(service, sides.services).flatMap((part, at, parts) =>
    part.people.flatMap((person) => {
      const why = whyNot(person, { service, part, before: parts[at - 1] ?? null, ...sides });
      if (!why) return [];
      const { id: staffId, name: staff, minutes } = person;
      return [{ serviceId: service.id, service: service.name, part: part.part, staffId, staff, minutes, why }];
    }),
  );
}

/** Who is somebody over there. */
export const matchedOf = (people: readonly { staffId: string; calcomUserId: number | null }[]): string[] =>
  people.flatMap(({ staffId, calcomUserId }) => (calcomUserId === null ? [] : [staffId]));

interface Place extends Sides {
  service: ServiceFacts;
  part: PartDoers;
  before: PartDoers | null;
}

function whyNot(person: Named & { minutes: number }, place: Place): MappingGap["why"] | null {
  const { part, before, matchedStaffIds, eventTypes } = place;
  const mapping = mappingOf(person, place);
  if (!mapping) return matchedStaffIds.includes(person.id) ? "not_mapped" : "not_matched";
  const typeOf = (one: Mapping | undefined) => eventTypes?.find(({ id }) => id === one?.calcomEventTypeId);
  if (!eventTypes) return null;
  const there = typeOf(mapping);
  if (!there) return "gone";
  if (!there.lengthOptions.includes(person.minutes)) return "other_length";
  const isSamePerson = before?.people.some(({ id }) => id === person.id);
  const former = before && isSamePerson ? typeOf(mappingOf(person, { ...place, part: before })) : undefined;
  const keptFree = former ? former.bufferAfterMinutes + there.bufferBeforeMinutes : 0;
  return keptFree > part.pauseMinutes ? "kept_free" : null;
}

/** By what a part is written. */
function mappingOf({ id }: Named, { service, part, mappings }: Place): Mapping | undefined {
  const own = mappings.filter(({ serviceId }) => serviceId === part.serviceId);
  // What is a part stands for itself there, or by a type for all parts of the visit.
  const fitting = own.length > 0 ? own : mappings.filter(({ serviceId }) => serviceId === service.id);
  const active = fitting.filter(({ isActive, staffId }) => isActive && (staffId === id || staffId === null));
  return active.find(({ staffId }) => staffId === id) ?? active[0];
}
