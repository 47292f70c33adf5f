import { z } from "zod";
import { instant } from "@/server/core/time";
import { wholeNumber as number, saidText as text } from "./calcom-fields";
import type { CalcomSaid } from "./calcom-webhook";

const time = instant.nullish().catch(null);
const person = z.looseObject({ id: number, name: text, email: text, phoneNumber: text });

const row = z.looseObject({
  uid: z.string().trim().min(1).max(200).nullish().catch(null),
  id: number,
  status: text,
  start: time,
  end: time,
  title: text,
  eventTypeId: number,
  eventType: z.looseObject({ id: number }).nullish().catch(null),
  metadata: z.record(z.string(), z.unknown()).catch({}),
  hosts: z.array(person).nullish().catch(null),
  attendees: z.array(person).nullish().catch(null),
});

/** A booking of a page that can't be understood: what can be made out of it. */
export interface UnreadableBooking {
  /** Null where not even that is told. */
  uid: string | null;
  /** Which field was wrong, and how. */
  why: string;
  status: string;
  eventTypeId: number | null;
  metadata: Record<string, unknown>;
  said: CalcomSaid;
}

export function toUnreadable({ raw, why }: { raw: Record<string, unknown>; why: string }): UnreadableBooking {
  const read = row.parse({ metadata: {}, ...raw });
  const [host, attendee] = [read.hosts?.[0], read.attendees?.[0]];
  return {
    ...{ uid: read.uid ?? null, why, status: read.status ?? "unknown", metadata: read.metadata },
    eventTypeId: read.eventType?.id ?? read.eventTypeId ?? null,
    said: {
      ...{ bookingId: read.id ?? null, title: read.title ?? null },
      startsAt: read.start ?? null,
      endsAt: read.end ?? null,
      host: host ? { id: host.id ?? null, name: host.name ?? "" } : null,
      attendee: attendee
        ? { name: attendee.name ?? "", email: attendee.email ?? null, phone: attendee.phoneNumber ?? null }
        : null,
    },
  };
}
