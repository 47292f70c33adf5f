import fc from "fast-check";
import { expect, it } from "vitest";
import type { CalendarData } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { MINUTE } from "@/server/core/time";
import { anyChain } from "./random-chain";
import { canComplete, everyChainStart, factsOf, nextSteps, TICK } from "./reference-chain";

const RUNS = 3000;

/** The calendar as if what the reason names did not exist. */
const without: Record<string, (data: CalendarData) => CalendarData> = {
  resource_taken: (data) => ({
    ...data,
    services: data.services.map((one) => ({
      ...one,
      resources: [],
      segments: one.segments?.map((segment) => ({ ...segment, resourceType: null })),
    })),
  }),
  further_staff_busy: (data) => ({
    ...data,
    services: data.services.map((one) => ({ ...one, staffRequirements: [] })),
  }),
  working_time_limit_reached: (data) => ({
    ...data,
    staff: data.staff.map((one) => ({ ...one, maxMinutesPerDay: null, maxMinutesPerWeek: null })),
  }),
  fully_booked: (data) => ({ ...data, staff: data.staff.map((one) => ({ ...one, busy: [] })) }),
  chain_does_not_fit: (data) => data,
};

const nothingElse = ["resource_taken", "further_staff_busy", "working_time_limit_reached"];
const bare = (data: CalendarData) => nothingElse.reduce((rest, name) => without[name]?.(rest) ?? rest, data);

it("names what stands in the way of an instant, and nothing when nothing does", { timeout: 240_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyChain, fc.nat({ max: 96 }), ({ request, data }, tick) => {
      const startsAt = request.from + tick * TICK;
      const instant = { ...request, from: startsAt, until: startsAt + MINUTE };
      const isBookable = (calendar: CalendarData) =>
        everyChainStart(factsOf({ request: instant, data: calendar })).length > 0;
      const reason = explainSlot({ ...request, startsAt }, data);
      seen.set(String(reason), (seen.get(String(reason)) ?? 0) + 1);
      expect(reason === null).toBe(isBookable(data));
      if (reason === "off_grid") expect(isFreeOffGrid(instant, data)).toBe(true);
      const others = nothingElse.filter((name) => isBookable(without[name]?.(data) ?? data));
      if (reason && others.length > 0) expect(others).toContain(reason);
      if (reason === "fully_booked") {
        expect(isBookable(bare(data))).toBe(false);
      }
    }),
    { numRuns: RUNS },
  );
  for (const name of [...nothingElse, "off_grid", "fully_booked", "null"])
    expect(seen.get(name), name).toBeGreaterThan(5);
});

function isFreeOffGrid(request: Parameters<typeof factsOf>[0]["request"], data: CalendarData): boolean {
  const facts = factsOf({ request, data });
  return nextSteps([], facts, request.from).some((step) => canComplete([step], facts));
}
