import fc from "fast-check";
import { expect, it } from "vitest";
import { zoneOffsetMs } from "@/server/core/time-zone";

const zones = Intl.supportedValuesOf("timeZone");
const clocks = new Map(zones.map((timeZone) => [timeZone, wallClock(timeZone)]));

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const numbers = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const times = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-US", { timeZone, ...numbers, ...times });
}

/** What the zone's clock shows, as if it were UTC. */
function shown(zone: string, at: number): number {
  const parts = clocks.get(zone)?.formatToParts(at) ?? [];
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  return Date.UTC(year, month - 1, day, part("hour"), part("minute"), part("second"));
}

it("is what every zone's own clock says, before and after each change", () => {
  const second = { min: Date.UTC(1975, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 };
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer(second), (zone, seconds) => {
      const at = seconds * 1000;
      expect(at + zoneOffsetMs(zone, at)).toBe(shown(zone, at));
    }),
    { numRuns: 2000 },
  );
});

it("changes with the second in Berlin, and in a zone of half hours", () => {
  const changes = [
    { zone: "Europe/Berlin", at: Date.UTC(2026, 2, 29, 1), before: 60, after: 120 },
    { zone: "Europe/Berlin", at: Date.UTC(2026, 9, 25, 1), before: 120, after: 60 },
    { zone: "Australia/Lord_Howe", at: Date.UTC(2026, 3, 4, 15), before: 660, after: 630 },
  ];
  for (const { zone, at, before, after } of changes) {
    expect(zoneOffsetMs(zone, at - 1000) / 60_000).toBe(before);
    expect(zoneOffsetMs(zone, at) / 60_000).toBe(after);
  }
});
