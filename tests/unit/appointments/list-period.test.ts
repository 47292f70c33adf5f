import { expect, it } from "vitest";
import { figureInputs, toListInput } from "@/components/appointments/list/filters";
import { periodRange } from "@/components/appointments/list/period-range";

const zone = "Europe/Berlin";
/** 22:30 in Berlin, on the eve of the day on which the clocks go back. */
const now = Date.parse("2026-10-24T20:30:00Z");
const unfiltered = {
  search: "",
  period: "coming" as const,
  from: null,
  until: null,
  status: null,
  staff: null,
  service: null,
  source: null,
  calcom: null,
};

it("means whole days on the branch's clock, also the one with 25 hours", () => {
  expect(periodRange({ period: "tomorrow" }, { zone, now })).toEqual({
    from: "2026-10-24T22:00:00.000Z",
    until: "2026-10-25T23:00:00.000Z",
    order: "asc",
  });
});

it("counts today among the next seven days", () => {
  const { from, until } = periodRange({ period: "week" }, { zone, now });
  expect([from, until]).toEqual(["2026-10-23T22:00:00.000Z", "2026-10-30T23:00:00.000Z"]);
});

it("reads the past backwards, and asks the same question for five minutes", () => {
  const past = periodRange({ period: "past" }, { zone, now: now + 61_000 });
  expect(past).toEqual({ until: "2026-10-24T20:30:00.000Z", order: "desc" });
  expect(periodRange({ period: "past" }, { zone, now: now + 299_000 })).toEqual(past);
});

it("takes the last day of a range with it, and ignores what is no day", () => {
  const range = { period: "range", from: "2026-12-24", until: "2026-12-24" } as const;
  expect(periodRange(range, { zone, now })).toEqual({
    from: "2026-12-23T23:00:00.000Z",
    until: "2026-12-24T23:00:00.000Z",
    order: "asc",
  });
  expect(periodRange({ period: "range", from: "soon", until: "2026-99-99" }, { zone, now })).toEqual({ order: "asc" });
});

it("asks only for what narrows the list", () => {
  const place = { branchId: null, zone, now, cursor: null };
  expect(toListInput({ ...unfiltered, period: "today" }, place)).toEqual(
    periodRange({ period: "today" }, { zone, now }),
  );
  expect(
    toListInput({ ...unfiltered, staff: "anna", status: "pending" }, { ...place, branchId: "north" }),
  ).toMatchObject({ staffId: "anna", status: ["pending"], branchId: "north" });
  const behind = toListInput({ ...unfiltered, period: "range", calcom: "behind" }, place);
  expect(behind).toEqual({ order: "asc", calcomSyncStatus: ["pending", "failed"] });
});

it("counts in its figures what takes place, and what still waits for a yes", () => {
  const { today, pending } = figureInputs({ branchId: "north", zone, now });
  expect(today.status).not.toContain("cancelled");
  expect(pending).toMatchObject({ status: ["pending"], branchId: "north", from: "2026-10-24T20:30:00.000Z" });
});
