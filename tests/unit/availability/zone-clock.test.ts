import { describe, expect, it } from "vitest";
import { firstInstantOf, wallOf, zoneClock } from "@/server/availability/rules/zone-clock";
import { DAY, HOUR, MINUTE, wallMs, zoneOffsetMs } from "@/server/core/time";

const utc = (iso: string) => Date.parse(`${iso}Z`);
const year = { from: utc("2026-01-10T00:00"), until: utc("2027-12-01T00:00") };

describe("zone clock", () => {
  it.each(["Europe/Berlin", "America/New_York", "America/Havana", "Africa/Casablanca", "Asia/Kolkata", "UTC"])(
    "keeps the offsets of %s through two years",
    (zone) => {
      const clock = zoneClock(zone, year);
      for (let at = year.from; at < year.until; at += 7 * HOUR)
        expect(wallOf(clock, at) - at).toBe(zoneOffsetMs(zone, at));
    },
  );

  it("knows the change to the millisecond", () => {
    const clock = zoneClock("Europe/Berlin", year);
    const change = utc("2026-10-25T01:00");
    expect(wallOf(clock, change - 1)).toBe(wallMs("2026-10-25", 180) - 1);
    expect(wallOf(clock, change)).toBe(wallMs("2026-10-25", 120));
  });

  it("takes the first of two instants with the same reading", () => {
    const clock = zoneClock("Europe/Berlin", year);
    expect(firstInstantOf(clock, wallMs("2026-10-25", 150))).toBe(utc("2026-10-25T00:30"));
    expect(firstInstantOf(clock, wallMs("2026-10-25", 180))).toBe(utc("2026-10-25T02:00"));
  });

  it("takes the moment of the jump for a reading that it jumps over", () => {
    const clock = zoneClock("Europe/Berlin", year);
    expect(firstInstantOf(clock, wallMs("2027-03-28", 150))).toBe(utc("2027-03-28T01:00"));
    expect(firstInstantOf(clock, wallMs("2027-03-28", 119))).toBe(utc("2027-03-28T01:00") - MINUTE);
  });

  it("covers the days on both sides of new year", () => {
    const turn = utc("2027-01-01T00:00");
    const clock = zoneClock("America/New_York", { from: turn - DAY, until: turn + DAY });
    expect(wallOf(clock, turn)).toBe(wallMs("2026-12-31", 19 * 60));
  });

  it("refuses a zone that does not exist", () => {
    expect(() => zoneClock("Europe/Entenhausen", year)).toThrow(RangeError);
  });
});
