import { expect, it } from "vitest";
import { changeOfCount, changeOfShare } from "@/components/analytics/figure-change";
import { healthLines } from "@/components/analytics/health-lines";
import { readPeriod } from "@/components/analytics/period";
import { sparklinePaths, wholeBuckets } from "@/components/analytics/sparkline-path";
import { axisTop, totalsOf, trendPoints } from "@/components/analytics/trend-series";

const day = (key: string, calls = 1, appointments = 2) => ({ key, calls, appointments, conversion: null });

it("writes a day as the day that it is, whatever zone the browser is in", () => {
  const points = trendPoints({ bucket: "day", series: [day("2026-11-21")] }, "de");
  expect(points[0]).toMatchObject({ label: "Sa., 21.", title: "Samstag, 21. November" });
});

it("shortens the axis of a month", () => {
  const series = Array.from({ length: 30 }, (_, index) => day(`2026-11-${String(index + 1).padStart(2, "0")}`));
  expect(trendPoints({ bucket: "day", series }, "de")[8]?.label).toBe("9.11.");
});

it("writes an hour as the clock does", () => {
  const points = trendPoints({ bucket: "hour", series: [day("2026-11-21T09")] }, "de");
  expect(points[0]).toMatchObject({ label: "09 Uhr", title: "09:00" });
});

it("has an axis of whole numbers that reaches the highest bar", () => {
  const points = trendPoints({ bucket: "day", series: [day("2026-11-20", 3, 13), day("2026-11-21", 1, 0)] }, "de");
  expect(axisTop(points)).toBe(16);
  expect(axisTop([])).toBe(4);
  expect(totalsOf(points)).toEqual({ calls: 4, appointments: 13 });
});

it("leaves the running day out of a course, but not the running hour", () => {
  const series = [day("2026-11-20"), day("2026-11-21")];
  expect(wholeBuckets({ bucket: "day", series })).toHaveLength(1);
  expect(wholeBuckets({ bucket: "hour", series })).toHaveLength(2);
});

it("draws from the bottom to the top, and over a gap", () => {
  const paths = sparklinePaths([0, 5, null, 10], { width: 30, height: 10 });
  expect(paths?.line).toBe("M0 10L10 5L20 5L30 0");
  expect(sparklinePaths([3], { width: 30, height: 10 })).toBeNull();
  expect(sparklinePaths([0, 0], { width: 30, height: 10 })?.line).toBe("M0 10L30 10");
});

it("says how a figure moved", () => {
  expect(changeOfCount({ value: 12, previous: 8 })).toEqual({ direction: "up", by: 0.5 });
  expect(changeOfCount({ value: 3, previous: 0 })).toEqual({ direction: "up", by: null });
  expect(changeOfCount({ value: 0, previous: 0 })).toEqual({ direction: "flat", by: 0 });
  expect(changeOfShare({ value: 0.5, previous: 0.62 })).toEqual({ direction: "down", by: -12 });
  expect(changeOfShare({ value: 0.5, previous: null })).toBeNull();
});

it("takes seven days for a period that it does not know", () => {
  expect([readPeriod("30d"), readPeriod("year"), readPeriod(null)]).toEqual(["30d", "7d", "7d"]);
});

it("is well only when nothing failed and nothing waits", () => {
  const well = {
    integrations: [],
    failedMessages: 0,
    waitingMessages: 0,
    stuckEvents: 0,
    failedJobs: 0,
    unsyncedAppointments: 0,
    calcomDrift: null,
  };
  const tones = (health: Parameters<typeof healthLines>[0]) => healthLines(health).map(({ tone }) => tone);
  expect(tones(well)).toEqual(["green", "green", "green"]);
  expect(tones({ ...well, failedMessages: 1, waitingMessages: 4, unsyncedAppointments: 2 })).toEqual([
    "red",
    "green",
    "amber",
  ]);
  expect(healthLines({ ...well, stuckEvents: 3, failedJobs: 2 })[1]).toMatchObject({
    ...{ tone: "red", says: "health.eventsFailed", count: 2, page: { href: "/settings/integrations/work" } },
  });
  const broken = { provider: "calcom", status: "error" as const, lastSuccessAt: null, lastError: "401" };
  expect(healthLines({ ...well, integrations: [broken] })[0]).toMatchObject({
    tone: "red",
    says: "health.status.error",
  });

  const pages = (health: Parameters<typeof healthLines>[0]) => healthLines(health).map(({ page }) => page?.href);
  expect(pages({ ...well, integrations: [broken], failedMessages: 1, waitingMessages: 4 })).toEqual([
    "/settings/integrations",
    "/messages?status=failed",
    undefined,
    "/settings/integrations",
  ]);
  expect(pages({ ...well, waitingMessages: 4, unsyncedAppointments: 2 })).toEqual([
    "/messages?status=waiting",
    undefined,
    "/appointments?period=range&calcom=behind",
  ]);
});

it("says how often both calendars differed, where there are two", () => {
  const well = {
    integrations: [],
    ...{ failedMessages: 0, waitingMessages: 0, stuckEvents: 0, failedJobs: 0, unsyncedAppointments: 0 },
  };
  const drift = (calcomDrift: { rate: number | null; open: number }) => healthLines({ ...well, calcomDrift }).at(-1);
  const page = { href: "/settings/calcom", permission: "edit_appointments" };
  expect(drift({ rate: null, open: 0 })).toMatchObject({ tone: "green", says: "health.driftUnknown", page });
  expect(drift({ rate: 0.012, open: 0 })).toMatchObject({ tone: "green", says: "health.driftRate", rate: 0.012 });
  expect(drift({ rate: 0.012, open: 3 })).toMatchObject({ tone: "amber", says: "health.driftOpen", count: 3, page });
});
