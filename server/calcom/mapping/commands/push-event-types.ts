import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import { subscribeTeamTypes } from "../../connection/commands/subscribe-team-types";
import { listAllMappings, listOffers, listPeople, type MappingRow } from "../repository";
import type { Offered } from "../rules/wanted";
import type { PushedEventTypes } from "../schema";
import { pushOffer } from "./push-offer";
import { type RemoteAccount, readAccount } from "./read-account";

/**
 * Brings the event types over there to how the services are here, one for each service by each person. What stands there as it
 * is wanted is left alone; what could not be brought there is named, and keeps nothing else from it.
 */
export async function pushEventTypes(
  ctx: CompanyContext,
  { isNightly = false }: { isNightly?: boolean } = {},
): Promise<PushedEventTypes> {
  const { teamId, offers, ...ours } = await transact(ctx, async (tx) => {
    const { calcomTeamId: teamId } = await readCalcomPlace(tx);
    const [all, people, mappings] = [await listOffers(tx), await listPeople(tx), await listAllMappings(tx)];
    const offers = isNightly ? all.filter((offer) => mappings.some((one) => isMadeHere(one, offer))) : all;
    return { teamId, offers, people, mappings };
  });
  if (offers.length === 0) {
    await subscribeTeamTypes(ctx);
    return NOTHING;
  }
  const account = await readAccount(ctx, teamId);
  const taken = new Set(ours.mappings.flatMap(({ isActive, calcomEventTypeId: id }) => (isActive ? [id] : [])));
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const errors: PushedEventTypes["errors"] = [];
  for (const offer of offers) {
    const done = await pushOne(ctx, offer, { ...ours, teamId, account, taken });
    if (typeof done === "string") counts[done] += 1;
    else errors.push({ serviceId: offer.serviceId, service: offer.service, staff: offer.staff, ...done });
  }
  const { created, updated, unchanged } = counts;
  await transact(ctx, async (tx) => {
    const after = { created, updated, unchanged, errors: errors.length };
    recordAudit(tx, { action: "push_calcom_event_types", subjectType: "integration", after });
  });
  await subscribeTeamTypes(ctx);
  const counted = { eventTypesCreated: created, eventTypesUpdated: updated, eventTypesUnchanged: unchanged };
  return { success: errors.length === 0, ...counted, errors };
}

const NOTHING: PushedEventTypes = {
  ...{ success: true, eventTypesCreated: 0, eventTypesUpdated: 0, eventTypesUnchanged: 0 },
  errors: [],
};

/** What somebody set up over there themselves is changed when they ask for it, not by night. */
const isMadeHere = (mapping: MappingRow, offer: Offered): boolean =>
  mapping.isActive && mapping.remoteHash !== null && isOf(mapping, offer);

interface Sides {
  teamId: number | null;
  account: RemoteAccount;
  people: Awaited<ReturnType<typeof listPeople>>;
  mappings: readonly MappingRow[];
  /** What stands for something by now: no second offer adopts it. */
  taken: Set<number>;
}

type Pushed = Awaited<ReturnType<typeof pushOffer>>["done"] | { message: string };

async function pushOne(ctx: CompanyContext, offer: Offered, sides: Sides): Promise<Pushed> {
  const { teamId, account, people, mappings, taken } = sides;
  const calcomUserId = people.find(({ staffId }) => staffId === offer.staffId)?.calcomUserId ?? null;
  const mapping = mappings.find((one) => one.isActive && isOf(one, offer)) ?? null;
  if (calcomUserId === null) return { message: "not_matched" };
  // Without a team, types of one's own are made with the key of whom they are.
  const isOwner = teamId !== null || account.members.some(({ userId }) => userId === calcomUserId);
  if (!mapping && !isOwner) return { message: "not_the_owner" };
  const { eventTypes } = account;
  const free = eventTypes.filter(({ id }) => !taken.has(id));
  try {
    const { done, calcomEventTypeId } = await pushOffer(ctx, {
      offer,
      teamId,
      calcomUserId,
      mapping,
      eventTypes,
      free,
    });
    taken.add(calcomEventTypeId);
    return done;
  } catch (error) {
    if (error instanceof AppError) return { message: String(error.details?.message ?? error.reason) };
    throw error;
  }
}

function isOf(mapping: MappingRow, { serviceId, staffId }: Offered): boolean {
  return mapping.serviceId === serviceId && mapping.staffId === staffId;
}
