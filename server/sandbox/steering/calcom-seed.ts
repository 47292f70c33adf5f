import { z } from "zod";
import { zoneId } from "@/server/core/time";
import { addUser, keyHolder } from "../calcom/accounts";
import { TRIGGERS } from "../calcom/announce";
import { createEventTypeInput, PHONE_FIRST_FIELDS } from "../calcom/event-types";
import type { Sandbox } from "../sandbox";
import { bookingSeed, plantBooking } from "./calcom-bookings-seed";
import { refuseSteering } from "./input";

const user = z.object({ id: z.int(), name: z.string(), email: z.email(), username: z.string(), timeZone: zoneId });
const subscriber = z.object({
  /** Where somebody has to know it beforehand. */
  id: z.uuid().optional(),
  subscriberUrl: z.url(),
  secret: z.string().nullish(),
  /** Whose bookings it hears of; everybody's when left out. */
  userId: z.int().optional(),
  triggers: z.array(z.enum(TRIGGERS)).default([...TRIGGERS]),
});

export const calcomSeed = z.object({
  /** Whose account it is; the first key when left out. */
  apiKey: z.string().optional(),
  /** Whose admin the key's owner is: so they may change what is their colleagues'. */
  organizationId: z.int().positive().optional(),
  users: z.array(user).default([]),
  eventTypes: z.array(createEventTypeInput.extend({ id: z.int(), ownerId: z.int() })).default([]),
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
  for (const { id, ownerId, ...settings } of seed.eventTypes) {
    if (!calcom.users.has(ownerId)) throw refuseSteering(400, `owner ${ownerId} of event type ${id} is unknown`);
    const bookingFields = settings.bookingFields ?? PHONE_FIRST_FIELDS;
    calcom.eventTypes.set(id, { id, account, ownerId, settings: { ...settings, bookingFields } });
  }
  for (const each of seed.bookings) plantBooking(sandbox, each);
  for (const { id: given, subscriberUrl, triggers, secret, userId } of seed.subscribers) {
    const id =
      given ??
      calcom.of(calcom.webhooks, account).find((known) => known.subscriberUrl === subscriberUrl)?.id ??
      crypto.randomUUID();
    const whose = userId === undefined ? { userId: keyHolder(calcom, account).id, isEverybodys: true } : { userId };
    const owner = { id, account, ...whose, active: true, payloadTemplate: null };
    calcom.webhooks.set(id, {
      ...owner,
      subscriberUrl,
      triggers,
      secret: secret ?? config.calcomWebhookSecret ?? null,
    });
  }
}
