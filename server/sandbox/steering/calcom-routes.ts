import { z } from "zod";
import { postWebhook } from "../calcom/announce";
import { hostsOf } from "../calcom/availability";
import type { CalcomEventType, CalcomState, CalcomWebhook } from "../calcom/state";
import { ok, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { calcomSeed, seedCalcom } from "./calcom-seed";
import { refuseSteering, steeringInput } from "./input";

const keyInput = z.strictObject({ apiKey: z.string().min(1), isRevoked: z.boolean().default(true) });
const limitInput = z.strictObject({ perMinute: z.int().min(0) });
const webhookInput = z.object({
  trigger: z.string().min(1),
  payload: z.record(z.string(), z.unknown()).default({}),
  /** Beside the payload, for events that have none. */
  flat: z.record(z.string(), z.unknown()).default({}),
  /** One subscriber of many; all when left out. */
  subscriberUrl: z.url().optional(),
  /** Signs with this instead of the subscriber's own: a forgery. */
  secret: z.string().nullish(),
});

/** Accounts over there: who is in them, whose key counts, how fast they may ask, and any webhook at all. */
export function calcomRoutes(sandbox: Sandbox): Route[] {
  const { calcom, calcomRateLimit, config } = sandbox;
  return [
    route("POST /_/calcom/seed", (request) => {
      seedCalcom(sandbox, steeringInput(request, calcomSeed));
      const { users, eventTypes, webhooks } = calcom;
      return ok({ users: users.size, eventTypes: eventTypes.size, webhooks: webhooks.size });
    }),
    route("GET /_/calcom", () =>
      ok({
        users: [...calcom.users.values()].map(({ account, ...user }) => user),
        eventTypes: [...calcom.eventTypes.values()].map(typeRow),
        webhooks: [...calcom.webhooks.values()].map(webhookRow),
        rateLimit: calcomRateLimit.view(sandbox.now().getTime()),
      }),
    ),
    route("POST /_/calcom/keys", (request) => {
      const { apiKey, isRevoked } = steeringInput(request, keyInput);
      if (isRevoked) calcom.accounts.delete(apiKey);
      else calcom.accounts.add(apiKey);
      return ok({ isRevoked });
    }),
    route("POST /_/calcom/rate-limit", (request) => {
      calcomRateLimit.change(steeringInput(request, limitInput).perMinute);
      return ok(calcomRateLimit.view(sandbox.now().getTime()));
    }),
    route("POST /_/calcom/webhooks", async (request) => {
      const { trigger, payload, flat, subscriberUrl, secret } = steeringInput(request, webhookInput);
      const subscribers = addresses(calcom).filter(
        (webhook) => !subscriberUrl || webhook.subscriberUrl === subscriberUrl,
      );
      if (subscribers.length === 0) throw refuseSteering(404, "nobody subscribed");
      const body = { triggerEvent: trigger, createdAt: sandbox.now().toISOString(), ...flat, payload };
      const receipts = subscribers.map((subscriber) =>
        postWebhook(
          sandbox,
          { ...subscriber, secret: secret ?? subscriber.secret ?? config.calcomWebhookSecret ?? null },
          { trigger, body },
        ),
      );
      return ok((await Promise.all(receipts)).map(({ status }) => ({ status })));
    }),
    route("POST /_/calcom/ping", async () => {
      const receipts = addresses(calcom).map((subscriber) =>
        postWebhook(sandbox, subscriber, { trigger: "PING", body: pingBody(sandbox.now().toISOString()) }),
      );
      return ok((await Promise.all(receipts)).map(({ status }) => ({ status })));
    }),
  ];
}

/** Whoever subscribed to many types at one address is told there once of what is made up. */
function addresses({ webhooks }: CalcomState): CalcomWebhook[] {
  const all = [...webhooks.values()];
  return all.filter((one) => all.find(({ subscriberUrl }) => subscriberUrl === one.subscriberUrl) === one);
}

const typeRow = (eventType: CalcomEventType) => {
  const { id, ownerId, settings, team } = eventType;
  const { title, slug, lengthInMinutes, hidden = false } = settings;
  const serving = { hostIds: hostsOf(eventType), schedulingType: team?.schedulingType ?? null };
  return { id, ownerId, title, slug, lengthInMinutes, isHidden: hidden, ...serving };
};

const webhookRow = ({ id, subscriberUrl, triggers, active, eventTypeId }: CalcomWebhook) => {
  return { id, subscriberUrl, triggers, active, eventTypeId: eventTypeId ?? null };
};

/** What the button for a test sends over there: no uid, no booking. */
function pingBody(now: string) {
  const attendees = [
    { email: "jdoe@example.com", name: "John Doe", timeZone: "Europe/London", language: { locale: "en" } },
  ];
  const organizer = { name: "Cal", email: "no-reply@cal.com", timeZone: "Europe/London", language: { locale: "en" } };
  const payload = { type: "Test", title: "Test trigger event", description: "", startTime: now, endTime: now };
  return { triggerEvent: "PING", createdAt: now, payload: { ...payload, attendees, organizer } };
}
