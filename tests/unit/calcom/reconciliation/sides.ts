import type { KnownCopy, OurSide, TheirSide } from "@/server/calcom/reconciliation/rules/match-sides";
import type { BookingCopy } from "@/server/calcom/schema";
import { MINUTE } from "@/server/core/time";

export const NOW = new Date("2026-12-01T08:00:00Z");
export const at = (hours: number): Date => new Date(NOW.getTime() + hours * 60 * MINUTE);
const TYPES = { anna: 100, berta: 200 };
export type Person = keyof typeof TYPES;
export const typeOf = (person: Person): number => TYPES[person];
const mappings = (Object.keys(TYPES) as Person[]).map((staffId) => {
  return { calcomEventTypeId: TYPES[staffId], staffId, lengthMinutes: 60, isActive: true };
});

export function theirSide(changes: Partial<TheirSide> = {}): TheirSide {
  const startsAt = changes.startsAt ?? at(24);
  return {
    ...{ uid: "there", id: 1, status: "accepted", startsAt, endsAt: new Date(startsAt.getTime() + 60 * MINUTE) },
    ...{
      eventTypeId: 100,
      metadata: {},
      rescheduledFromUid: null,
      rescheduledToUid: null,
      changedAt: at(-2),
      title: null,
    },
    ...{ host: null, attendee: null },
    ...changes,
  };
}

export const copyOf = ({ id: bookingId, ...theirs }: TheirSide): BookingCopy => ({ ...theirs, bookingId });

export const knownCopy = (copy: BookingCopy | null, changes: Partial<KnownCopy> = {}): KnownCopy => ({
  ...{ id: "map", copy, state: { version: 1, begun: null, lease: null, failure: null } },
  ...{ driftStatus: "synced", reviewReason: null, formerUids: [] },
  ...changes,
});

interface Ours extends Partial<Omit<OurSide, "part">> {
  part?: Partial<NonNullable<OurSide["part"]>> | null;
}

/** An appointment of Anna's tomorrow, for an hour. */
export function ourSide({ part = {}, ...changes }: Ours = {}): OurSide {
  const startsAt = part?.startsAt ?? at(24);
  const whole = {
    ...{ position: 0, status: "confirmed" as const, startsAt, endsAt: new Date(startsAt.getTime() + 60 * MINUTE) },
    ...{ staffId: "anna", serviceId: "cut" },
  };
  return {
    ...{
      appointmentId: "ours",
      position: 0,
      version: 1,
      map: null,
      mappings,
      changedAt: at(-3),
      isOnTheWay: false,
      isFromBefore: false,
      endsAt: part?.endsAt ?? whole.endsAt,
    },
    contact: { name: "Nina Neu", email: "nina@example.com", phones: ["+49 30 1234567"] },
    ...changes,
    part: part && { ...whole, ...part },
  };
}
