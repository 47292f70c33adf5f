import { expect, it } from "vitest";
import { dueAt, durationMs, isDuration, retryAfterMs } from "@/inngest/runner/durations";

const now = Date.parse("2026-03-01T10:00:00Z");

it("reads what the SDK writes", () => {
  expect(durationMs("1h30m")).toBe(5_400_000);
  expect(durationMs("2500ms")).toBe(2500);
  expect(durationMs("1w2d")).toBe(9 * 86_400_000);
});

it("refuses anything else", () => {
  for (const text of ["", "soon", "1", "h", "1h 30m", "-5s"]) expect(isDuration(text)).toBe(false);
  expect(() => durationMs("soon")).toThrow(RangeError);
});

it("takes an instant as it stands", () => {
  expect(dueAt("2026-03-29T01:30:00.000Z", now)).toEqual(new Date("2026-03-29T01:30:00Z"));
  expect(dueAt("10s", now)).toEqual(new Date(now + 10_000));
});

it("keeps retry-after between a second and a day", () => {
  expect(retryAfterMs("120", now)).toBe(120_000);
  expect(retryAfterMs("0", now)).toBe(1000);
  expect(retryAfterMs("2026-03-01T10:05:00.000Z", now)).toBe(300_000);
  expect(retryAfterMs("2030-01-01T00:00:00.000Z", now)).toBe(86_400_000);
  expect(retryAfterMs("nonsense", now)).toBe(1000);
});
