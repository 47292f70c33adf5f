import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { instant } from "@/server/core/time";
import { wholeNumber as number, saidText as text } from "./calcom-fields";

export const CALCOM_SIGNATURE_HEADER = "x-cal-signature-256";

interface Signed {
  raw: string;
  signature: string | null;
  secret: string;
}

/** Bare lowercase hex over the body as it came: no prefix, no time. */
export function isCalcomSigned({ raw, signature, secret }: Signed): boolean {
  const wanted = Buffer.from(createHmac("sha256", secret).update(raw).digest("hex"));
  const given = Buffer.from(signature ?? "");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const uid = z.string().trim().min(1).max(200).nullish().catch(null);
const time = instant.nullish().catch(null);
const person = z.looseObject({
  id: z.number().nullish().catch(null),
  name: text,
  email: text,
  timeZone: text,
  phoneNumber: text,
});

const facts = {
  uid,
  bookingUid: uid,
  rescheduleUid: uid,
  bookingId: number,
  eventTypeId: number,
  title: text,
  startTime: time,
  endTime: time,
  organizer: person.nullish().catch(null),
  attendees: z.array(person).nullish().catch(null),
};
/** Some events carry their payload, others are the payload; anything in it may be missing. */
const delivery = z.looseObject({
  triggerEvent: z.string().trim().min(1).max(80).catch("UNKNOWN"),
  ...facts,
  payload: z.looseObject(facts).nullish().catch(null),
});

/** What a delivery says: a hint at which booking to look, not the truth about it. */
export interface CalcomNews {
  trigger: string;
  uid: string | null;
  /** The booking that was replaced by it. */
  formerUid: string | null;
  eventTypeId: number | null;
  /** What it says of itself, for a booking that can't be read. */
  said: CalcomSaid;
}

export interface CalcomSaid {
  bookingId: number | null;
  title: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  host: { id: number | null; name: string } | null;
  attendee: { name: string; email: string | null; phone: string | null } | null;
}

/** Null for what is no delivery at all. */
export function readNews(body: unknown): CalcomNews | null {
  const parsed = delivery.safeParse(body);
  if (!parsed.success) return null;
  const { triggerEvent: trigger, payload, ...flat } = parsed.data;
  const given = payload ?? flat;
  const { rescheduleUid: formerUid = null, eventTypeId = null } = given;
  return {
    ...{ trigger, formerUid, eventTypeId },
    uid: given.uid ?? given.bookingUid ?? null,
    said: toSaid(given),
  };
}

function toSaid({ bookingId, title, startTime, endTime, organizer, attendees }: z.infer<z.ZodObject<typeof facts>>) {
  const [first] = attendees ?? [];
  return {
    bookingId: bookingId ?? null,
    title: title ?? null,
    startsAt: startTime ?? null,
    endsAt: endTime ?? null,
    host: organizer ? { id: organizer.id ?? null, name: organizer.name ?? "" } : null,
    attendee: first ? { name: first.name ?? "", email: first.email ?? null, phone: first.phoneNumber ?? null } : null,
  };
}
