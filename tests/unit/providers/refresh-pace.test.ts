import { expect, it } from "vitest";
import { refreshPace } from "@/components/providers/refresh-pace";

it("looks at once after a quiet while, rarer while news does not stop, and at once again after the next one", () => {
  const pace = refreshPace();
  const looks: number[] = [];
  for (let now = 0; now < 60_000; ) {
    now += pace(now);
    looks.push(now);
  }
  expect(looks.slice(0, 5)).toEqual([150, 650, 1650, 3650, 7650]);
  // Five queries on screen leave a third of 120 calls a minute.
  expect(looks.length * 5).toBeLessThanOrEqual(80);
  expect(pace((looks.at(-1) ?? 0) + 10_001)).toBe(150);
});
