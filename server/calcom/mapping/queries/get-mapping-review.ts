import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import { findApiKey } from "../../repository/connection";
import { readAccount } from "../commands/read-account";
import { listAllMappings, listPeople, listServices, type MappingRow } from "../repository";
import { offersOf } from "../rules/doers";
import { gapsOf, matchedOf } from "../rules/gaps";
import { matchMembers, proposeEventType } from "../rules/match";
import type { MappingReview } from "../schema";

/** Both sides next to each other: who is who and what is what, and what seems to be meant where nobody has said. */
export async function getMappingReview(ctx: CompanyContext): Promise<MappingReview> {
  const ours = await transact(ctx, async (tx) => {
    const [isConnected, place] = [(await findApiKey(tx)) !== null, await readCalcomPlace(tx)];
    const [people, services] = [await listPeople(tx), await listServices(tx)];
    return { isConnected, ...place, people, services, mappings: await listAllMappings(tx) };
  });
  const { isConnected, people, services, mappings } = ours;
  const nothing = { members: [], eventTypes: [] };
  const { members, eventTypes } = isConnected ? await readAccount(ctx, ours.calcomTeamId) : nothing;
  const unmatched = people.filter(({ calcomUserId }) => calcomUserId === null);
  const taken = people.map(({ calcomUserId }) => calcomUserId);
  const proposals = matchMembers(
    unmatched,
    members.filter(({ userId }) => !taken.includes(userId)),
  );
  const used = new Set(mappings.filter(({ isActive }) => isActive).map(({ calcomEventTypeId }) => calcomEventTypeId));
  const free = eventTypes.filter(({ id }) => !used.has(id));
  const userIdOf = new Map(people.map(({ staffId, calcomUserId }) => [staffId, calcomUserId]));
  return {
    isConnected,
    members,
    eventTypes: eventTypes.map(({ id, title, slug, lengthMinutes, hostIds }) => {
      return { id, title, slug, lengthMinutes, hostIds };
    }),
    staff: people.map(({ staffId, name, calcomUserId }) => {
      return { staffId, name, calcomUserId, proposedUserId: proposals.get(staffId) ?? null };
    }),
    offers: offersOf(services).map(({ serviceId, service, staffId, staff, lengthMinutes }) => {
      const mapping = toMapping(mappings, { serviceId, staffId });
      const wanted = { service, staff, lengthMinutes, calcomUserId: userIdOf.get(staffId) ?? null };
      const proposedId = mapping ? null : (proposeEventType(wanted, free)?.id ?? null);
      return { serviceId, service, staffId, staff, lengthMinutes, mapping, proposedId };
    }),
    gaps: services
      .filter(({ isActive, segments }) => isActive && segments.length > 0)
      .flatMap((service) => gapsOf(service, { services, mappings, matchedStaffIds: matchedOf(people), eventTypes })),
  };
}

function toMapping(mappings: readonly MappingRow[], { serviceId, staffId }: { serviceId: string; staffId: string }) {
  const found = mappings.find((one) => one.isActive && one.serviceId === serviceId && one.staffId === staffId);
  if (!found) return null;
  const { calcomEventTypeId, title, lengthMinutes } = found;
  return { calcomEventTypeId, title, lengthMinutes };
}
