import fc from "fast-check";
import { expect, it } from "vitest";
import type { BookableService } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import { DAY, type EpochMs, MINUTE } from "@/server/core/time";
import { isOnGrid, isWithinRules } from "./brute-force";
import { anyCase } from "./random-calendar";
import { everyTick, type Facts, factsOf, TICK } from "./reference-chain";

const RUNS = 600;
/** Everybody in these cases could still colour in ten minutes. */
const COLOURING = 10 * MINUTE;

interface Start {
  at: EpochMs;
  /** Where the person's free time around it begins. */
  stretch: EpochMs;
  wasted: number;
}

it("offers what wastes least of each free stretch", { timeout: 240_000 }, () => {
  let left = 0;
  fc.assert(
    fc.property(anyCase, ({ request, data }) => {
      const facts = factsOf({ request, data });
      const service = data.services[0] as BookableService;
      const expected = data.staff.flatMap(({ id, terms: own }) => {
        const starts = allStarts(id, facts);
        const kept = starts.filter(({ stretch, wasted }) =>
          starts.every((other) => other.stretch !== stretch || other.wasted >= wasted),
        );
        left += starts.length - kept.length;
        const rules = { service, request, data, terms: own?.[service.id] };
        return kept
          .filter(({ at }) => at >= request.from && at < request.until && isWithinRules(at, rules))
          .map(({ at }) => ({ at, staffId: id }));
      });
      const { slots } = findSlots({ ...request, perStaff: true }, { ...data, slotMode: "fit" });
      expect(slots.map(({ startsAt, staffId }) => ({ at: startsAt, staffId }))).toEqual(
        expected.sort((a, b) => a.at - b.at),
      );
    }),
    { numRuns: RUNS },
  );
  expect(left).toBeGreaterThan(RUNS / 10);
});

/** What the person could start from the day before the asked time to the day after it. */
function allStarts(staffId: string, facts: Facts): Start[] {
  const { request, data } = facts;
  const service = data.services[0] as BookableService;
  const offer = data.staff.find(({ id }) => id === staffId)?.offers.find((one) => one.serviceId === service.id);
  const wanted = request.parts[0].staffId;
  if (!offer || (wanted && wanted !== staffId)) return [];
  const isFree = (at: EpochMs) => facts.works(staffId, at) && !facts.isTaken(staffId, at);
  const starts: Start[] = [];
  for (let at = request.from - DAY; at < request.until + DAY; at += TICK) {
    const lasting = (offer.durationMinutes ?? service.durationMinutes) * MINUTE;
    const until = at + lasting;
    const [blockedFrom, blockedUntil] = [
      at - service.bufferBeforeMinutes * MINUTE,
      until + service.bufferAfterMinutes * MINUTE,
    ];
    if (!isFree(at) || !isOnGrid(at, data) || !everyTick(at, until, (tick) => facts.works(staffId, tick))) continue;
    if (!everyTick(blockedFrom, blockedUntil, (tick) => !facts.isTaken(staffId, tick))) continue;
    const stretch = walk(at, -TICK, isFree);
    const gaps = [blockedFrom - stretch, walk(at, TICK, isFree) - blockedUntil];
    const useless = gaps.filter((gap) => gap > 0 && gap < Math.min(COLOURING, lasting));
    const wasted = useless.reduce((sum, gap) => sum + gap, 0);
    starts.push({ at, stretch, wasted });
  }
  return starts;
}

/** Where the free time around an instant ends, on one side. */
function walk(at: EpochMs, step: number, isFree: (at: EpochMs) => boolean): EpochMs {
  let edge = at;
  while (isFree(step < 0 ? edge - TICK : edge) && Math.abs(edge - at) < 4 * DAY) edge += step;
  return edge;
}
