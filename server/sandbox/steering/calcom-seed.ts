import { z } from "zod";
import { zoneId } from "@/server/core/time";
import { addUser, keyHolder } from "../calcom/accounts";
import { TRIGGERS } from "../calcom/announce";
import { createEventTypeInput, PHONE_FIRST_FIELDS } from "../calcom/event-types";
import type { CalcomWebhook } from "../calcom/state";
import type { Sandbox } from "../sandbox";
import { bookingSeed, plantBooking } from "./calcom-bookings-seed";
import { refuseSteering } from "./input";

const team = z.object({
  schedulingType: z.enum(["collective", "roundRobin"]),
  hosts: z.array(z.object({ userId: z.int() })),
});
const user = z.object({ id: z.int(), name: z.string(), email: z.email(), username: z.string(), timeZone: zoneId });
const subscriber = z.object({
  /** Where somebody has to know it beforehand. */
  id: z.uuid().optional(),
  subscriberUrl: z.url(),
  secret: z.string().nullish(),
  /** Whose bookings it hears of; everybody's when left out. */
  userId: z.int().optional(),
  /** Of one type instead: that of a team is told of in no other way. */
  eventTypeId: z.int().optional(),
  triggers: z.array(z.enum(TRIGGERS)).default([...TRIGGERS]),
});

export const calcomSeed = z.object({
  /** Whose account it is; the first key when left out. */
  apiKey: z.string().optional(),
  /** Whose admin the key's owner is: so they may change what is their colleagues'. */
  organizationId: z.int().positive().optional(),
  users: z.array(user).default([]),
  eventTypes: z
    .array(createEventTypeInput.extend({ id: z.int(), ownerId: z.int(), team: team.optional() }))
    .default([]),
  subscribers: z.array(subscriber).default([]),
  bookings: z.array(bookingSeed).default([]),
});

/** Sets up an account over there: people, event types, bookings, and who wants to hear of changes. Safe to run twice. */
export function seedCalcom(sandbox: Sandbox, seed: z.output<typeof calcomSeed>): void {
  const { calcom, config } = sandbox;
  const account = seed.apiKey ?? config.calcomApiKeys[0] ?? "";
  calcom.accounts.add(account);
  if (seed.organizationId !== undefined) calcom.organizations.set(account, seed.organizationId);
  for (const each of seed.users) addUser(calcom, { ...each, account });
  for (const { id, ownerId, team, ...settings } of seed.eventTypes) {
    const unknown = [ownerId, ...(team?.hosts ?? []).map(({ userId }) => userId)].find(
      (each) => !calcom.users.has(each),
    );
    if (unknown !== undefined) throw refuseSteering(400, `user ${unknown} of event type ${id} is unknown`);
    const bookingFields = settings.bookingFields ?? PHONE_FIRST_FIELDS;
    calcom.eventTypes.set(id, {
      ...{ id, account, ownerId, settings: { ...settings, bookingFields } },
      ...(team ? { team } : {}),
    });
  }
  for (const each of seed.bookings) plantBooking(sandbox, each);
  for (const { id: given, subscriberUrl, triggers, secret, ...about } of seed.subscribers) {
    const { userId = keyHolder(calcom, account).id, eventTypeId } = about;
    const isSame = (known: CalcomWebhook) => known.subscriberUrl === subscriberUrl && known.eventTypeId === eventTypeId;
    const id = given ?? calcom.of(calcom.webhooks, account).find(isSame)?.id ?? crypto.randomUUID();
    const isEverybodys = about.userId === undefined && eventTypeId === undefined;
    const place = { ...(eventTypeId !== undefined && { eventTypeId }), ...(isEverybodys && { isEverybodys }) };
    calcom.webhooks.set(id, {
      ...{ id, account, userId, ...place, active: true, payloadTemplate: null, subscriberUrl, triggers },
      secret: secret ?? config.calcomWebhookSecret ?? null,
    });
  }
}
