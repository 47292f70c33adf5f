import { expect, it } from "vitest";
import { findCronFault, nextFire } from "@/inngest/runner/schedule";

const next = (cron: string, after: string) => nextFire(cron, new Date(after))?.toISOString();

it("fires by UTC without a zone and by the zone's clock with one", () => {
  expect(next("0 3 * * *", "2026-01-01T00:00:00Z")).toBe("2026-01-01T03:00:00.000Z");
  expect(next("TZ=Europe/Berlin 0 3 * * *", "2026-01-01T00:00:00Z")).toBe("2026-01-01T02:00:00.000Z");
});

it("keeps the wall time across the change to summer time", () => {
  expect(next("TZ=Europe/Berlin 0 9 * * *", "2026-03-28T09:00:00Z")).toBe("2026-03-29T07:00:00.000Z");
});

it("fires strictly after the given moment", () => {
  expect(next("*/5 * * * *", "2026-01-01T00:05:00Z")).toBe("2026-01-01T00:10:00.000Z");
});

it("names what it can't read", () => {
  expect(findCronFault("every day")).not.toBeNull();
  expect(findCronFault("TZ=Europe/Atlantis 0 3 * * *")).not.toBeNull();
  expect(findCronFault("TZ=Europe/Berlin */10 * * * *")).toBeNull();
});
