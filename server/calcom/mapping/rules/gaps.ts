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
  /** With the lengths that each can be booked for; null while nobody has asked. */
  eventTypes: readonly { id: number; lengthOptions: readonly number[] }[] | null;
}

/**
 * What of a service would stand here only: each of its parts with each person who may be booked for it and for whom there is no
 * event type over there, or none that can be booked for as long as it takes.
 */
export function gapsOf(service: ServiceFacts, sides: Sides): MappingGap[] {
  return doersOf(service, sides.services).flatMap((part) =>
    part.people.flatMap((person) => {
      const why = whyNot(person, { service, part, ...sides });
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
}

function whyNot({ id, minutes }: Named & { minutes: number }, place: Place): MappingGap["why"] | null {
  const { service, part, mappings, matchedStaffIds, eventTypes } = place;
  const own = mappings.filter(({ serviceId }) => serviceId === part.serviceId);
  // As it is written: what is a part stands for itself there, or by a type for all parts of the visit.
  const fitting = own.length > 0 ? own : mappings.filter(({ serviceId }) => serviceId === service.id);
  const active = fitting.filter(({ isActive, staffId }) => isActive && (staffId === id || staffId === null));
  const mapping = active.find(({ staffId }) => staffId === id) ?? active[0];
  if (!mapping) return matchedStaffIds.includes(id) ? "not_mapped" : "not_matched";
  if (!eventTypes) return null;
  const there = eventTypes.find((one) => one.id === mapping.calcomEventTypeId);
  if (!there) return "gone";
  return there.lengthOptions.includes(minutes) ? null : "other_length";
}
