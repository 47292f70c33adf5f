import { expect, it } from "vitest";
import { typedMoment } from "@/components/appointments/book/typed-moment";

const inBerlin = (day: string, time: string) => typedMoment("Europe/Berlin", { day, time });

it("is the instant at which the branch's clock shows it", () => {
  expect(inBerlin("2027-01-10", "10:15")).toBe(Date.parse("2027-01-10T10:15:00+01:00"));
  expect(inBerlin("2027-07-10", "10:15")).toBe(Date.parse("2027-07-10T10:15:00+02:00"));
});

it("takes no other time for one that the clock leaves out", () => {
  expect(inBerlin("2027-03-28", "02:30")).toBe("skipped_by_clock");
  expect(inBerlin("2027-03-28", "03:00")).toBe(Date.parse("2027-03-28T03:00:00+02:00"));
});

it("guesses neither of two", () => {
  expect(inBerlin("2027-10-31", "02:30")).toBe("repeated_by_clock");
  expect(inBerlin("2027-10-31", "03:00")).toBe(Date.parse("2027-10-31T03:00:00+01:00"));
});

it("waits for both fields", () => {
  expect(inBerlin("", "10:15")).toBeNull();
  expect(inBerlin("2027-01-10", "")).toBeNull();
});
