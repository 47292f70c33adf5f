import { expect, it } from "vitest";
import { dayOf, periodOf } from "@/server/analytics/rules/period";

const zone = "Europe/Berlin";
const berlin = (text: string) => new Date(text);

it("compares seven days with the seven before, up to the same time of day", () => {
  const period = periodOf("7d", { now: berlin("2026-11-21T10:30:00+01:00"), zone });
  expect(period.from).toEqual(berlin("2026-11-15T00:00:00+01:00"));
  expect(period.previousFrom).toEqual(berlin("2026-11-08T00:00:00+01:00"));
  expect(period.previousUntil).toEqual(berlin("2026-11-14T10:30:00+01:00"));
  expect(period.keys).toEqual([15, 16, 17, 18, 19, 20, 21].map((day) => `2026-11-${day}`));
});

it("keeps local midnights across the change of the clock", () => {
  const period = periodOf("30d", { now: berlin("2026-11-10T08:00:00+01:00"), zone });
  expect(period.from).toEqual(berlin("2026-10-12T00:00:00+02:00"));
  expect(period.keys).toHaveLength(30);
});

it("shows today by the hour, as far as it has come", () => {
  const period = periodOf("today", { now: berlin("2026-11-21T02:10:00+01:00"), zone });
  expect(period.keys).toEqual(["2026-11-21T00", "2026-11-21T01", "2026-11-21T02"]);
  expect(period.previousUntil).toEqual(berlin("2026-11-20T02:10:00+01:00"));
});

it("counts an hour that the clock shows twice once, and none that it skips", () => {
  const autumn = periodOf("today", { now: berlin("2026-10-25T23:30:00+01:00"), zone });
  expect(autumn.keys).toHaveLength(24);
  const spring = periodOf("today", { now: berlin("2026-03-29T23:30:00+02:00"), zone });
  expect(spring.keys).toHaveLength(23);
  expect(spring.keys).not.toContain("2026-03-29T02");
});

it("takes the day from the company's clock, not from UTC", () => {
  const day = dayOf(berlin("2026-10-25T00:30:00+02:00"), zone);
  expect(day).toEqual({
    date: "2026-10-25",
    from: berlin("2026-10-25T00:00:00+02:00"),
    until: berlin("2026-10-26T00:00:00+01:00"),
  });
});
