import { connectionNotes } from "@/server/calcom/connection/schema";
import { remoteHashOf } from "@/server/calcom/mapping/commands/push-offer";
import { listOffers } from "@/server/calcom/mapping/repository";
import { wantedEventType } from "@/server/calcom/mapping/rules/wanted";
import { jobContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import type { PrismaClient } from "@/server/core/generated/client";
import { transact } from "@/server/core/transact";
import { type CalcomWorld, calcomWorld } from "./calcom-world";
import { listStandingBookings } from "./standing-bookings";

interface Place {
  companyId: string;
  appUrl: string;
}

type EventType = Omit<CalcomWorld["eventTypes"][number], "team"> &
  Partial<Pick<CalcomWorld["eventTypes"][number], "team">>;

/**
 * What a company's rows know of its account over there: the event types that were brought there since it was planted, who is
 * told of what under which secret, and the bookings. Whoever forgot it, as a sandbox does at its end, can be told again.
 */
export async function readStandingWorld(client: PrismaClient, { companyId, appUrl }: Place) {
  return {
    eventTypes: await listEventTypes(client, companyId),
    subscribers: await listSubscribers(client, { companyId, appUrl }),
    bookings: await listStandingBookings(client, companyId),
  };
}

/** As they were brought there; of what was not brought there since it changed here, its name and length as it was seen last. */
async function listEventTypes(client: PrismaClient, companyId: string): Promise<EventType[]> {
  const planted = calcomWorld();
  const ownerId = planted.users[0]?.id ?? 0;
  const offers = await transact(jobContext({ companyId }, "tell-calcom-again"), listOffers);
  // Somebody of another account, whose key was given since, is nobody in this one.
  const isThere = (userId: number) => planted.users.some(({ id }) => id === userId);
  const members = (await client.calcomTeamMember.findMany({ where: { companyId } })).filter(({ calcomUserId }) =>
    isThere(calcomUserId),
  );
  const rows = await client.teamEventTypeMapping.findMany({
    where: { companyId },
    orderBy: [{ isActive: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ calcomEventTypeId: id, calcomTeamId: teamId, title, slug, lengthMinutes, ...row }) => {
    const known = planted.eventTypes.find((one) => one.id === id);
    const userIds = members.filter(({ staffId }) => row.staffId === null || staffId === row.staffId);
    const [calcomUserId = ownerId] = userIds.map((one) => one.calcomUserId);
    const offer = offers.find((one) => one.serviceId === row.serviceId && one.staffId === row.staffId);
    const wanted = offer && { ...wantedEventType(offer, { teamId, calcomUserId }), slug };
    const isAsBrought = wanted && remoteHashOf(wanted) === row.remoteHash;
    const lengths = isAsBrought ? wanted.lengthOptions : known?.lengthInMinutesOptions;
    const others = rows.filter((one) => one.calcomEventTypeId === id && one.isActive && one.staffId !== null);
    const served = others.length > 0 ? others.map(({ staffId }) => staffId) : [row.staffId];
    const serving = members.filter(({ staffId }) => served.includes(null) || served.includes(staffId));
    const hosts = serving.map((one) => ({ userId: one.calcomUserId }));
    return {
      ...{ id, title, slug, lengthInMinutes: lengthMinutes },
      ownerId: teamId === null ? calcomUserId : ownerId,
      ...(lengths ? { lengthInMinutesOptions: lengths } : {}),
      beforeEventBuffer: (isAsBrought ? wanted.bufferBeforeMinutes : known?.beforeEventBuffer) ?? 0,
      afterEventBuffer: (isAsBrought ? wanted.bufferAfterMinutes : known?.afterEventBuffer) ?? 0,
      hidden: (isAsBrought ? wanted.isHidden : known?.hidden) ?? false,
      ...(teamId === null ? {} : { team: { schedulingType: "roundRobin" as const, hosts } }),
    };
  });
}

/** Nobody is told as long as nothing is registered. */
async function listSubscribers(client: PrismaClient, { companyId, appUrl }: Place) {
  const company = await client.company.findUnique({ where: { id: companyId } });
  const integration = await client.integration.findFirst({ where: { companyId, provider: "calcom" } });
  const { account, webhook, typeWebhooks } = connectionNotes.parse(integration?.config ?? {});
  const sealed = company?.calcomWebhookSecretEncrypted;
  if (!company?.calcomApiKeyEncrypted || !sealed) return [];
  const secret = decrypt(sealed, { column: "companies.calcom_webhook_secret_encrypted", rowId: companyId });
  const subscriberUrl = `${appUrl.replace(/\/$/, "")}/webhooks/calcom/${company.calcomWebhookToken ?? companyId}`;
  const types = typeWebhooks.map(({ id, eventTypeId }) => ({ id, eventTypeId }));
  const places = [...(webhook ? [{ id: webhook.id }] : []), ...types];
  return places.map((place) => ({ ...place, userId: account?.id, subscriberUrl, secret }));
}
