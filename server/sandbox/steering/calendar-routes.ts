import { z } from "zod";
import { MINUTE, zoneId } from "@/server/core/time";
import { addUser, keyHolder } from "../calcom/accounts";
import { TRIGGERS } from "../calcom/announce";
import { createBookingInput } from "../calcom/booking-input";
import { cancelBooking, moveBooking, placeBooking } from "../calcom/bookings";
import { createEventTypeInput, PHONE_FIRST_FIELDS } from "../calcom/event-types";
import type { CalcomBooking } from "../calcom/state";
import { created, ok, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { refuseSteering, steeringInput } from "./input";

const user = z.object({ id: z.int(), name: z.string(), email: z.email(), username: z.string(), timeZone: zoneId });
const subscriber = z.object({
  subscriberUrl: z.url(),
  secret: z.string().nullish(),
  triggers: z.array(z.enum(TRIGGERS)).default([...TRIGGERS]),
});

export const calcomSeed = z.object({
  /** Whose account it is; the first key when left out. */
  apiKey: z.string().optional(),
  users: z.array(user).default([]),
  eventTypes: z.array(createEventTypeInput.extend({ id: z.int(), ownerId: z.int() })).default([]),
  subscribers: z.array(subscriber).default([]),
});

/** Sets up an account over there: people, event types, and who wants to hear of changes. Safe to run twice. */
export function seedCalcom(sandbox: Sandbox, seed: z.output<typeof calcomSeed>): void {
  const { calcom, config } = sandbox;
  const account = seed.apiKey ?? config.calcomApiKeys[0] ?? "";
  calcom.accounts.add(account);
  for (const each of seed.users) addUser(calcom, { ...each, account });
  for (const { id, ownerId, ...settings } of seed.eventTypes) {
    if (!calcom.users.has(ownerId)) throw refuseSteering(400, `owner ${ownerId} of event type ${id} is unknown`);
    const bookingFields = settings.bookingFields ?? PHONE_FIRST_FIELDS;
    calcom.eventTypes.set(id, { id, account, ownerId, settings: { ...settings, bookingFields } });
  }
  for (const { subscriberUrl, triggers, secret } of seed.subscribers) {
    const id =
      calcom.of(calcom.webhooks, account).find((known) => known.subscriberUrl === subscriberUrl)?.id ??
      crypto.randomUUID();
    const owner = { id, account, userId: keyHolder(calcom, account).id, active: true, payloadTemplate: null };
    calcom.webhooks.set(id, {
      ...owner,
      subscriberUrl,
      triggers,
      secret: secret ?? config.calcomWebhookSecret ?? null,
    });
  }
}

const moveInput = z.object({ start: z.iso.datetime({ offset: true }), reason: z.string().optional() });
const cancelInput = z.object({ reason: z.string().default("Abgesagt auf der anderen Seite") });

/** What people on the other side do: each change goes out as a webhook. */
export function calendarRoutes(sandbox: Sandbox): Route[] {
  const { calcom } = sandbox;
  const view = (booking: CalcomBooking) => bookingRow(sandbox, booking);

  function requireBooking({ params }: SandboxRequest): CalcomBooking {
    const found = calcom.bookings.get(params.uid ?? "");
    if (!found) throw refuseSteering(404, `no booking ${params.uid}`);
    return found;
  }

  return [
    route("POST /_/calcom/seed", (request) => {
      seedCalcom(sandbox, steeringInput(request, calcomSeed));
      const { users, eventTypes, webhooks } = calcom;
      return ok({ users: users.size, eventTypes: eventTypes.size, webhooks: webhooks.size });
    }),
    route("GET /_/bookings", () => ok([...calcom.bookings.values()].sort((a, b) => a.startMs - b.startMs).map(view))),
    route("POST /_/bookings", async (request) => {
      const input = steeringInput(request, createBookingInput);
      const eventType = calcom.eventTypes.get(input.eventTypeId ?? 0);
      if (!eventType) throw refuseSteering(404, `no event type ${input.eventTypeId}`);
      return created(view(await placeBooking(sandbox, { request, eventType, input })));
    }),
    route("POST /_/bookings/:uid/reschedule", async (request) => {
      const booking = requireBooking(request);
      const { start, reason } = steeringInput(request, moveInput);
      const by = calcom.users.get(booking.hostId)?.email;
      return ok(view(await moveBooking(sandbox, { request, booking, start, reason, by, onWebPage: true })));
    }),
    route("POST /_/bookings/:uid/cancel", async (request) => {
      const { reason } = steeringInput(request, cancelInput);
      return ok(view(await cancelBooking(sandbox, { request, booking: requireBooking(request), reason })));
    }),
  ];
}

function bookingRow({ calcom }: Sandbox, booking: CalcomBooking) {
  const { uid, id, title, status, startMs, endMs, eventTypeId, attendee, metadata, account } = booking;
  const host = calcom.users.get(booking.hostId);
  return {
    uid,
    id,
    title,
    status,
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
    durationMinutes: (endMs - startMs) / MINUTE,
    eventTypeId,
    eventTypeTitle: calcom.eventTypes.get(eventTypeId)?.settings.title ?? null,
    host: host ? { id: host.id, name: host.name, timeZone: host.timeZone } : null,
    attendee,
    metadata,
    account,
    cancellationReason: booking.cancellationReason ?? null,
    rescheduledFromUid: booking.rescheduledFromUid ?? null,
    rescheduledToUid: booking.rescheduledToUid ?? null,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
  };
}
