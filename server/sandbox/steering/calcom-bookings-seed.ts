import { z } from "zod";
import { hostsOf } from "../calcom/availability";
import type { CalcomEventType } from "../calcom/state";
import type { Sandbox } from "../sandbox";

const moment = z.iso.datetime({ offset: true });

export const bookingSeed = z.object({
  uid: z.string(),
  id: z.int().nullish(),
  eventTypeId: z.int(),
  hostId: z.int().nullish(),
  title: z.string(),
  status: z.enum(["accepted", "pending", "cancelled", "rejected"]),
  isAbsent: z.boolean().default(false),
  start: moment,
  end: moment,
  changedAt: moment,
  attendee: z.object({
    name: z.string(),
    email: z.string().nullish(),
    phoneNumber: z.string().nullish(),
    timeZone: z.string(),
    language: z.string(),
  }),
  metadata: z.record(z.string(), z.string()),
});
type BookingSeed = z.output<typeof bookingSeed>;

/**
 * Remembers a booking that was made before the sandbox began; nobody hears of it. What it knows already, or has no event type
 * for any more, is left alone.
 */
export function plantBooking({ calcom }: Sandbox, seed: BookingSeed): void {
  const eventType = calcom.eventTypes.get(seed.eventTypeId);
  if (!eventType || calcom.bookings.has(seed.uid)) return;
  calcom.bookings.set(seed.uid, toBooking(seed, { eventType, id: seed.id ?? calcom.nextId() }));
}

function toBooking(seed: BookingSeed, { eventType, id }: { eventType: CalcomEventType; id: number }) {
  const { uid, eventTypeId, title, status, metadata, isAbsent, attendee: told } = seed;
  const { name, timeZone, language, phoneNumber } = told;
  // Whoever gave no address has one that is made up from the number.
  const email = told.email ?? `${(phoneNumber ?? uid).replaceAll(/\W/g, "")}@sms.cal.com`;
  const changedAt = new Date(seed.changedAt);
  return {
    ...{ id, uid, icsUid: `${uid}@Cal.com`, account: eventType.account, eventTypeId, title, status, metadata },
    ...{
      hostId: seed.hostId ?? hostsOf(eventType)[0] ?? eventType.ownerId,
      startMs: Date.parse(seed.start),
      endMs: Date.parse(seed.end),
    },
    attendee: { name, email, timeZone, language, ...(phoneNumber ? { phoneNumber } : {}) },
    ...{ guests: [], location: "attendeeDefined", responses: { name, email, guests: [] } },
    ...{ createdAt: changedAt, updatedAt: changedAt, absentAttendee: isAbsent },
  };
}
