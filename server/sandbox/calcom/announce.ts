import { calcomSignature } from "../http/signatures";
import type { Sandbox } from "../sandbox";
import type { CalcomBooking, CalcomWebhook } from "./state";
import { webhookPayload } from "./webhook-payload";

export const TRIGGERS = [
  "BOOKING_CREATED",
  "BOOKING_RESCHEDULED",
  "BOOKING_CANCELLED",
  "BOOKING_REJECTED",
  "BOOKING_REQUESTED",
  "BOOKING_PAYMENT_INITIATED",
  "BOOKING_PAID",
  "BOOKING_NO_SHOW_UPDATED",
  "MEETING_STARTED",
  "MEETING_ENDED",
  "RECORDING_READY",
  "RECORDING_TRANSCRIPTION_GENERATED",
  "INSTANT_MEETING",
  "OOO_CREATED",
  "FORM_SUBMITTED",
  "FORM_SUBMITTED_NO_EVENT",
  "AFTER_HOSTS_CAL_VIDEO_NO_SHOW",
  "AFTER_GUESTS_CAL_VIDEO_NO_SHOW",
] as const;
export type BookingTrigger =
  | "BOOKING_CREATED"
  | "BOOKING_RESCHEDULED"
  | "BOOKING_CANCELLED"
  | "BOOKING_REJECTED"
  | "BOOKING_REQUESTED";

export interface Announcement {
  trigger: BookingTrigger;
  booking: CalcomBooking;
  /** The booking that this one replaces. */
  previous?: CalcomBooking;
  hidesMetadata?: boolean;
}

/**
 * Tells every subscriber, once and never again, before the request that caused it is answered: so a webhook may well
 * arrive ahead of the answer that names the new uid.
 */
export async function announce(sandbox: Sandbox, announcement: Announcement): Promise<void> {
  const { trigger, booking } = announcement;
  const envelope = () => ({
    triggerEvent: trigger,
    createdAt: sandbox.now().toISOString(),
    payload: webhookPayload(sandbox.calcom, announcement),
  });
  await tellSubscribers(sandbox, { trigger, about: booking, envelope });
}

export interface News {
  trigger: string;
  about: Pick<CalcomBooking, "account" | "eventTypeId" | "hostId">;
  /** Made anew for each subscriber, with a time of its own. */
  envelope: () => object;
}

/**
 * Whoever subscribed to this event type or to their own bookings; who did both hears it twice. What is booked by a team's type
 * is nobody's own: of that only subscribers of the type hear.
 */
export async function tellSubscribers(sandbox: Sandbox, { trigger, about, envelope }: News): Promise<void> {
  const eventType = sandbox.calcom.eventTypes.get(about.eventTypeId);
  const hears = ({ eventTypeId, userId, isEverybodys }: CalcomWebhook): boolean => {
    if (eventTypeId !== undefined) return eventTypeId === about.eventTypeId || eventTypeId === eventType?.parentId;
    return !eventType?.team && (isEverybodys || userId === about.hostId);
  };
  const subscribers = sandbox.calcom
    .of(sandbox.calcom.webhooks, about.account)
    .filter(({ active, triggers }) => active && triggers.includes(trigger))
    .filter(hears);
  await Promise.all(subscribers.map((subscriber) => postWebhook(sandbox, subscriber, { trigger, body: envelope() })));
}

export async function postWebhook(
  { deliveries }: Sandbox,
  subscriber: Pick<CalcomWebhook, "subscriberUrl" | "secret">,
  { trigger, body }: { trigger: string; body: object },
) {
  const raw = JSON.stringify(body);
  return deliveries.send({
    provider: "calcom",
    event: trigger,
    url: subscriber.subscriberUrl,
    raw,
    headers: () => ({
      "content-type": "application/json",
      "x-cal-signature-256": calcomSignature(subscriber.secret, raw),
      "x-cal-webhook-version": "2021-10-20",
    }),
  });
}
