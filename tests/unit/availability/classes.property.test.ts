import fc from "fast-check";
import { expect, it } from "vitest";
import type { BookableService } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import { MINUTE } from "@/server/core/time";
import { isWithinRules } from "./brute-force";
import { anyCase, minutes, terms } from "./random-calendar";

const RUNS = 1500;

const session = fc.record({
  start: minutes(3 * 1440),
  lasting: fc.constantFrom(30, 45, 60),
  serviceId: fc.constantFrom("cut", "cut", "cut", "yoga"),
  staffId: fc.constantFrom("anna", "ben"),
  capacity: fc.integer({ min: 1, max: 6 }),
  takenShare: fc.constantFrom(0, 0.5, 1),
  terms: fc.oneof(fc.constant(null), terms),
});
const crowd = fc.record({
  sessions: fc.array(session, { maxLength: 8 }),
  partySize: fc.constantFrom(undefined, 1, 2, 4),
});

it("offers each session that has the places, within notice and horizon, whatever the opening hours", () => {
  const found = { any: 0, groups: 0 };
  fc.assert(
    fc.property(anyCase, crowd, ({ request, data }, { sessions, partySize }) => {
      const services = data.services.map((one) => ({ ...one, capacity: 6, maxPerDay: null }));
      const planned = sessions.map(({ start, lasting, takenShare, ...rest }, nr) => {
        const startsAt = request.now + start * MINUTE;
        const placesTaken = Math.floor(rest.capacity * takenShare);
        return { ...rest, id: `${nr}`, startsAt, endsAt: startsAt + lasting * MINUTE, placesTaken };
      });
      const wanted = request.parts[0].staffId;
      const expected = planned
        .filter(({ serviceId, staffId }) => serviceId === "cut" && (wanted ?? staffId) === staffId)
        .filter(({ startsAt }) => startsAt >= request.from && startsAt < request.until)
        .filter(({ startsAt, terms: own }) => {
          return isWithinRules(startsAt, { service: services[0] as BookableService, request, data, terms: own });
        })
        .filter(({ capacity, placesTaken }) => placesTaken + (partySize ?? 1) <= capacity);
      const { slots, reason } = findSlots({ ...request, partySize }, { ...data, services, sessions: planned });
      expect(slots.map((slot) => slot.session?.id).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect(reason === undefined).toBe(expected.length > 0);
      if (expected.length > 0) found.any++;
      if ((partySize ?? 1) > 1 && expected.some(({ placesTaken }) => placesTaken > 0)) found.groups++;
    }),
    { numRuns: RUNS },
  );
  expect(found.any).toBeGreaterThan(RUNS / 20);
  // A group that fits into what others have left.
  expect(found.groups).toBeGreaterThan(RUNS / 100);
});
