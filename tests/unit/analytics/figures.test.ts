import { expect, it } from "vitest";
import { type BookingCount, type CallCount, toDashboard, toRevenue } from "@/server/analytics/rules/figures";
import { periodOf } from "@/server/analytics/rules/period";

const period = periodOf("7d", { now: new Date("2026-11-21T10:30:00+01:00"), zone: "Europe/Berlin" });

const calls = (overrides: Partial<CallCount>): CallCount => ({
  isCurrent: true,
  key: "2026-11-20",
  calls: 4,
  talked: 3,
  converted: 2,
  bookedByPhone: 1,
  ...overrides,
});
const bookings = (overrides: Partial<BookingCount>): BookingCount => ({
  isCurrent: true,
  key: "2026-11-20",
  source: "phone",
  appointments: 2,
  bookedCents: 9800,
  ...overrides,
});

it("sets the period beside the one before", () => {
  const figures = toDashboard({
    period,
    calls: [calls({}), calls({ key: "2026-11-21" }), calls({ isCurrent: false, key: "2026-11-14", calls: 10 })],
    bookings: [bookings({}), bookings({ isCurrent: false, appointments: 5 })],
  });
  expect(figures.calls).toEqual({ value: 8, previous: 10 });
  expect(figures.appointments).toEqual({ value: 2, previous: 5 });
  expect(figures.conversion.value).toBeCloseTo(4 / 6);
  expect(figures.phoneConversion.value).toBeCloseTo(2 / 6);
});

it("says nothing about a share of nobody", () => {
  const figures = toDashboard({ period, calls: [], bookings: [] });
  expect(figures.conversion).toEqual({ value: null, previous: null });
  expect(figures.series).toHaveLength(7);
  expect(figures.series.every(({ calls: count, conversion }) => count === 0 && conversion === null)).toBe(true);
});

it("orders the channels of the period, the busiest first", () => {
  const { channels } = toDashboard({
    period,
    calls: [],
    bookings: [
      bookings({ source: "web", appointments: 1 }),
      bookings({ key: "2026-11-18", appointments: 3 }),
      bookings({ isCurrent: false, source: "calcom", appointments: 9 }),
    ],
  });
  expect(channels).toEqual([
    { source: "phone", count: 3 },
    { source: "web", count: 1 },
  ]);
});

it("adds up what was booked on each day", () => {
  const rows = [bookings({}), bookings({ source: "web", bookedCents: 200 }), bookings({ isCurrent: false })];
  const { bookedCents, series } = toRevenue({ period, bookings: rows, currency: "EUR" });
  expect(bookedCents).toEqual({ value: 10_000, previous: 9800 });
  expect(series.find(({ key }) => key === "2026-11-20")?.bookedCents).toBe(10_000);
});
