import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AppointmentStatus } from "@/server/appointments/schema";
import { type EventTypeMapping, type NextStep, nextStep } from "@/server/calcom/rules/next-step";
import type { BookingCopy } from "@/server/calcom/schema";
import { MINUTE } from "@/server/core/time";

const NOW = new Date("2026-12-01T08:00:00Z");
const at = (hours: number): Date => new Date(NOW.getTime() + hours * 60 * MINUTE);

const mine: EventTypeMapping = { calcomEventTypeId: 100, staffId: "anna", lengthMinutes: 60, isActive: true };
const hers: EventTypeMapping = { calcomEventTypeId: 200, staffId: "berta", lengthMinutes: 60, isActive: true };
const anybody: EventTypeMapping = { calcomEventTypeId: 300, staffId: null, lengthMinutes: 60, isActive: true };

interface Case {
  status?: AppointmentStatus;
  startsAt?: Date;
  minutes?: number;
  staffId?: string;
  mappings?: EventTypeMapping[];
  copy?: Partial<BookingCopy> | null;
}

function decide({ status = "confirmed", startsAt = at(24), minutes = 60, staffId = "anna", ...rest }: Case): NextStep {
  const { mappings = [mine, hers], copy = null } = rest;
  const there = copy && { ...bookingAt(copy.startsAt ?? at(24)), ...copy };
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE);
  return nextStep({ appointment: { status, startsAt, endsAt, staffId }, mappings, copy: there, now: NOW });
}

function bookingAt(startsAt: Date, eventTypeId = 100): BookingCopy {
  const endsAt = new Date(startsAt.getTime() + 60 * MINUTE);
  return { uid: "there", bookingId: 1, eventTypeId, startsAt, endsAt, status: "accepted" };
}

function bookingFor({ startsAt, eventTypeId, lengthMinutes = 60 }: Extract<NextStep, { action: "create" }>) {
  return { ...bookingAt(startsAt, eventTypeId), endsAt: new Date(startsAt.getTime() + lengthMinutes * MINUTE) };
}

const cancelled = { status: "cancelled" };
const table: [name: string, given: Case, expected: NextStep][] = [
  ["creates what isn't there", {}, { action: "create", eventTypeId: 100, startsAt: at(24) }],
  ["creates a pending one too", { status: "pending" }, { action: "create", eventTypeId: 100, startsAt: at(24) }],
  ["leaves alone what is there", { copy: {} }, { action: "nothing" }],
  ["moves what is elsewhere", { copy: { startsAt: at(48) } }, { action: "reschedule", uid: "there", startsAt: at(24) }],
  [
    "writes again what was cancelled there",
    { copy: cancelled },
    { action: "create", eventTypeId: 100, startsAt: at(24) },
  ],
  [
    "asks for a length that is not the type's own",
    { minutes: 45 },
    { action: "create", eventTypeId: 100, startsAt: at(24), lengthMinutes: 45 },
  ],
  [
    "cancels rather than moves what would lose its length",
    { minutes: 45, copy: { startsAt: at(48) } },
    { action: "cancel", uid: "there", cause: "other_length", wants: { eventTypeId: 100, lengthMinutes: 45 } },
  ],
  [
    "cancels what became shorter here, if it can be booked so",
    { minutes: 45, copy: {} },
    { action: "cancel", uid: "there", cause: "other_length", wants: { eventTypeId: 100, lengthMinutes: 45 } },
  ],
  [
    "cancels what became as long as the type again",
    { copy: { endsAt: at(24.5) } },
    { action: "cancel", uid: "there", cause: "other_length" },
  ],
  ["confirms what was asked for there", { copy: { status: "pending" } }, { action: "confirm", uid: "there" }],
  ["leaves open what is open here too", { status: "pending", copy: { status: "pending" } }, { action: "nothing" }],
  [
    "declines what was asked for there",
    { status: "cancelled", copy: { status: "pending" } },
    { action: "decline", uid: "there" },
  ],
  [
    "cancels with the person who no longer does it",
    { staffId: "berta", copy: {} },
    { action: "cancel", uid: "there", cause: "other_staff" },
  ],
  [
    "books the other person at once when what stands there is over",
    { staffId: "berta", copy: { startsAt: at(-24), endsAt: at(-23) } },
    { action: "create", eventTypeId: 200, startsAt: at(24), over: "there" },
  ],
  [
    "then books the other person",
    { staffId: "berta", copy: cancelled },
    { action: "create", eventTypeId: 200, startsAt: at(24) },
  ],
  [
    "falls back on the type for anybody",
    { staffId: "carla", mappings: [mine, anybody] },
    { action: "create", eventTypeId: 300, startsAt: at(24) },
  ],
  [
    "prefers the person's own type",
    { mappings: [anybody, mine] },
    { action: "create", eventTypeId: 100, startsAt: at(24) },
  ],
  ["refuses what nobody mapped", { staffId: "carla" }, { action: "refuse", reason: "not_mapped" }],
  [
    "books nothing on a type that is switched off",
    { mappings: [{ ...mine, isActive: false }] },
    { action: "refuse", reason: "not_mapped" },
  ],
  [
    "keeps a booking whose type is switched off",
    { mappings: [{ ...mine, isActive: false }], copy: {} },
    { action: "nothing" },
  ],
  ["cancels", { status: "cancelled", copy: {} }, { action: "cancel", uid: "there", cause: "cancelled" }],
  [
    "cancels what is said to be missed before it begins",
    { status: "no_show", copy: {} },
    { action: "cancel", uid: "there", cause: "no_show" },
  ],
  ["cancels nothing twice", { status: "cancelled", copy: cancelled }, { action: "nothing" }],
  ["cancels nothing that never was there", { status: "cancelled" }, { action: "nothing" }],
  [
    "can't cancel what is over",
    { status: "cancelled", startsAt: at(-3), copy: { startsAt: at(-3), endsAt: at(-2) } },
    { action: "nothing" },
  ],
  [
    "says there who did not come",
    { status: "no_show", startsAt: at(-3), copy: { startsAt: at(-3), endsAt: at(-2) } },
    { action: "mark_absent", uid: "there" },
  ],
  [
    "says so once",
    { status: "no_show", startsAt: at(-3), copy: { startsAt: at(-3), endsAt: at(-2), status: "absent" } },
    { action: "nothing" },
  ],
  [
    "takes it back when they came after all",
    { startsAt: at(-3), copy: { startsAt: at(-3), endsAt: at(-2), status: "absent" } },
    { action: "mark_present", uid: "there" },
  ],
  ["can't enter what has begun", { startsAt: at(-0.5) }, { action: "refuse", reason: "already_begun" }],
  ["does not enter what is done", { status: "completed", startsAt: at(-3) }, { action: "nothing" }],
];

describe("the next step towards the appointment as it is now", () => {
  it.each(table)("%s", (_, given, expected) => {
    expect(decide(given)).toEqual(expected);
  });

  it("comes to rest from any state, with one booking exactly if the appointment stands", () => {
    const status = fc.constantFrom<AppointmentStatus>("pending", "confirmed", "cancelled", "no_show");
    const copy = fc.option(
      fc.record({
        startsAt: fc.integer({ min: 2, max: 100 }).map(at),
        eventTypeId: fc.constantFrom(100, 200, 999),
        status: fc.constantFrom("accepted", "pending", "cancelled", "rejected"),
      }),
    );
    const staffId = fc.constantFrom("anna", "berta");
    const hours = fc.integer({ min: 2, max: 100 });
    const minutes = fc.constantFrom(60, 45);
    fc.assert(
      fc.property(fc.record({ status, copy, staffId, hours, minutes }), ({ hours: start, copy: first, ...given }) => {
        let there: BookingCopy | null = first && { ...bookingAt(first.startsAt), ...first };
        for (let steps = 0; steps < 3; steps++) {
          const step = decide({ ...given, startsAt: at(start), copy: there });
          if (step.action === "nothing") break;
          if (step.action === "create") there = bookingFor(step);
          if (step.action === "reschedule") there = bookingAt(step.startsAt, there?.eventTypeId ?? 0);
          if (step.action === "cancel" && there) there = { ...there, status: "cancelled" };
          if (step.action === "confirm" && there) there = { ...there, status: "accepted" };
          if (step.action === "decline" && there) there = { ...there, status: "rejected" };
        }
        const stands = given.status === "pending" || given.status === "confirmed";
        const isThere = there !== null && there.status !== "cancelled" && there.status !== "rejected";
        expect(isThere).toBe(stands);
        if (!stands) return;
        const endsAt = new Date(at(start).getTime() + given.minutes * MINUTE);
        expect(there).toMatchObject({ startsAt: at(start), endsAt, eventTypeId: given.staffId === "anna" ? 100 : 200 });
      }),
    );
  });
});
