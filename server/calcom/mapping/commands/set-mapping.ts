import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { CalcomEventType } from "../../adapters/calcom-event-types";
import { subscribeTeamTypes } from "../../connection/commands/subscribe-team-types";
import { getMappingReview } from "../queries/get-mapping-review";
import { deleteMapping, replaceMapping } from "../repository";
import type { AcceptedProposals, SetMappingInput } from "../schema";
import { readAccount } from "./read-account";
import { requireOffer } from "./require-offer";

/** Says which event type stands for a service by a person, or by whoever is chosen over there. */
export async function setMapping(ctx: CompanyContext, input: SetMappingInput): Promise<void> {
  const { serviceId, staffId, calcomEventTypeId } = input;
  const calcomTeamId = await transact(ctx, async (tx) => {
    await requireOffer(tx, input);
    return (await readCalcomPlace(tx)).calcomTeamId;
  });
  if (calcomEventTypeId === null) {
    await transact(ctx, async (tx) => {
      if ((await deleteMapping(tx, { serviceId, staffId })) > 0) note(tx, input);
    });
    return subscribeTeamTypes(ctx);
  }
  const { eventTypes } = await readAccount(ctx, calcomTeamId);
  const eventType = eventTypes.find(({ id }) => id === calcomEventTypeId);
  if (!eventType) throw notFound("calcom_event_type");
  await transact(ctx, (tx) => map(tx, { serviceId, staffId, eventType }));
  await subscribeTeamTypes(ctx);
}

interface Mapping {
  serviceId: string;
  staffId: string | null;
  eventType: CalcomEventType;
}

async function map(tx: TransactionContext, { serviceId, staffId, eventType }: Mapping): Promise<void> {
  const { id: calcomEventTypeId, teamId: calcomTeamId, title, slug, lengthMinutes } = eventType;
  const seen = { calcomTeamId, calcomEventTypeId, title, slug, lengthMinutes, remoteHash: null };
  await replaceMapping(tx, { serviceId, staffId, ...seen });
  note(tx, { serviceId, staffId, calcomEventTypeId });
}

function note(tx: TransactionContext, { serviceId, staffId, calcomEventTypeId }: SetMappingInput): void {
  recordAudit(tx, {
    action: "map_calcom_event_types",
    subjectType: "service",
    subjectId: serviceId,
    after: { staffId, calcomEventTypeId },
  });
}

/** Takes over all that is proposed, as it is proposed now. */
export async function acceptProposals(ctx: CompanyContext): Promise<AcceptedProposals> {
  const { offers } = await getMappingReview(ctx);
  const { calcomTeamId } = await transact(ctx, readCalcomPlace);
  const { eventTypes } = await readAccount(ctx, calcomTeamId);
  const byId = new Map(eventTypes.map((one) => [one.id, one]));
  const proposed = offers.flatMap(({ serviceId, staffId, proposedId }) => {
    const eventType = proposedId === null ? undefined : byId.get(proposedId);
    return eventType ? [{ serviceId, staffId, eventType }] : [];
  });
  await transact(ctx, async (tx) => {
    for (const one of proposed) await map(tx, one);
  });
  await subscribeTeamTypes(ctx);
  return { accepted: proposed.length };
}
