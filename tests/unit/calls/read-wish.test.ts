import { describe, expect, it } from "vitest";
import type { Phone, PhoneBranch } from "@/server/calls/functions/rules/phone";
import { exactStart, readWish } from "@/server/calls/functions/rules/read-wish";
import { functionArgs } from "@/server/calls/functions/schema";

const now = Date.parse("2026-12-01T08:00:00Z");
const hours = [1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
  dayOfWeek,
  startTime: "09:00",
  endTime: "18:00",
  breakStart: null,
  breakEnd: null,
}));
const branch = { timezone: "Europe/Berlin", state: null, hours } as unknown as PhoneBranch;

const wishOf = (args: Record<string, unknown>) => {
  const heard = readWish({ phone: { language: "de" } as Phone, args: functionArgs.parse(args), branch, now });
  if (!heard) throw new Error("nothing was heard");
  return heard.wish;
};
const startOf = (startsAt: string) => {
  const at = exactStart(wishOf({ starts_at: startsAt }));
  return at === null ? null : new Date(at).toISOString();
};

describe("an exact time", () => {
  it.each([
    ["2026-12-08T14:30:00+01:00", "2026-12-08T13:30:00.000Z"],
    ["2026-12-08T13:30Z", "2026-12-08T13:30:00.000Z"],
    ["2026-12-08T14:30", "2026-12-08T13:30:00.000Z"],
    ["2026-12-08 14:30:00", "2026-12-08T13:30:00.000Z"],
    // The clock shows it twice: the first one.
    ["2027-10-31T02:30", "2027-10-31T00:30:00.000Z"],
  ])("is understood: %s", (text, instant) => {
    expect(startOf(text)).toBe(instant);
  });

  it.each([
    "2027-02-30 10:00",
    "2027-02-30T10:00:00Z",
    "2027-13-45T99:99",
    "2027-01-05T10:61",
    "2027-01-05T25:00",
    // The clock jumps over it.
    "2027-03-28T02:30",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
  ])("that does not exist is asked again, never shifted: %s", (text) => {
    expect(wishOf({ starts_at: text }).ranges).toEqual([]);
    expect(wishOf({ wish: text }).ranges).toEqual([]);
  });
});
