import { z } from "zod";

/** Only what we use is asked for; anything may be added over there. */
const booking = z
  .looseObject({
    uid: z.string().min(1),
    id: z.number().nullish(),
    status: z.string(),
    start: z.iso.datetime({ offset: true }),
    end: z.iso.datetime({ offset: true }),
    eventTypeId: z.number().nullish(),
    eventType: z.looseObject({ id: z.number() }).nullish().catch(null),
    metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
    rescheduledFromUid: z.string().nullish(),
    rescheduledToUid: z.string().nullish(),
  })
  .transform((raw) => ({
    uid: raw.uid,
    id: raw.id ?? null,
    status: raw.status,
    startsAt: new Date(raw.start),
    endsAt: new Date(raw.end),
    eventTypeId: raw.eventType?.id ?? raw.eventTypeId ?? null,
    metadata: raw.metadata ?? {},
    rescheduledFromUid: raw.rescheduledFromUid ?? null,
    rescheduledToUid: raw.rescheduledToUid ?? null,
  }));
export type CalcomBooking = z.infer<typeof booking>;

/** A recurring series answers with a list; its first booking is the one that was asked for. */
export const bookingAnswer = z
  .looseObject({ data: z.union([booking, z.array(booking).min(1)]) })
  .transform(({ data }) => (Array.isArray(data) ? (data[0] as CalcomBooking) : data));

export const bookingsAnswer = z.looseObject({ data: z.array(booking) }).transform(({ data }) => data);

export const meAnswer = z
  .looseObject({
    data: z.looseObject({
      id: z.number(),
      email: z.string(),
      username: z.string().nullish(),
      name: z.string().nullish(),
      timeZone: z.string().nullish(),
    }),
  })
  .transform(({ data: { id, email, username, name, timeZone } }) => ({
    id,
    email,
    username: username ?? null,
    name: name ?? null,
    timeZone: timeZone ?? null,
  }));
