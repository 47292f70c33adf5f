import { expect, it } from "vitest";
import { layOutDay } from "@/components/appointments/today/day-layout";
import { isAtHand, likelySteps, planDay } from "@/components/appointments/today/day-plan";
import { appointmentAt, at } from "./day";

const zone = "Europe/Berlin";
const time = (text: string) => at(text).getTime();
const ben = { id: "ben", name: "Ben", colour: "#1d4ed8" };

it("gives each person a column, by name, between the full hours around the day", () => {
  const day = layOutDay([appointmentAt("10:15", "11:10", { staff: ben }), appointmentAt("09:30", "10:00")], zone);
  expect([day.firstHour, day.lastHour]).toEqual([9, 12]);
  expect(day.columns.map(({ staff }) => staff.name)).toEqual(["Anna", "Ben"]);
  expect(day.columns[1]?.blocks).toMatchObject([{ top: 75, minutes: 55, lane: 0, lanes: 1 }]);
});

it("puts what is at the same time side by side, and gives the rest the whole width", () => {
  const day = layOutDay(
    [
      appointmentAt("09:00", "10:00", { status: "no_show" }),
      appointmentAt("09:15", "09:45"),
      appointmentAt("10:00", "10:30"),
    ],
    zone,
  );
  const lanes = day.columns[0]?.blocks.map(({ lane, lanes }) => `${lane}/${lanes}`);
  expect(lanes).toEqual(["0/2", "1/2", "0/1"]);
});

it("leaves out what was cancelled, and knows who comes next", () => {
  const plan = planDay(
    [
      appointmentAt("09:00", "09:30", { status: "completed" }),
      appointmentAt("09:30", "10:00", { status: "cancelled" }),
      appointmentAt("09:45", "10:30"),
      appointmentAt("11:00", "11:30"),
    ],
    time("09:55"),
  );
  expect(plan).toMatchObject({ cancelledCount: 1, doneCount: 1, next: { startsAt: at("09:45") } });
  expect(plan.shown).toHaveLength(3);
});

it("moves on to the next one when somebody is a quarter of an hour late", () => {
  const day = [appointmentAt("09:45", "10:30"), appointmentAt("11:00", "11:30")];
  expect(planDay(day, time("10:00")).next?.startsAt).toEqual(at("11:00"));
  expect(planDay(day, time("11:15")).next).toBeNull();
});

it("offers to begin while it can begin, and to finish once it should be over", () => {
  const visit = appointmentAt("10:00", "10:30");
  expect(likelySteps(visit, time("09:50"))).toEqual(["start"]);
  expect(likelySteps(visit, time("10:05"))).toEqual(["start", "no_show"]);
  expect(likelySteps(visit, time("10:30"))).toEqual(["start", "no_show"]);
  expect(likelySteps({ ...visit, status: "in_progress" }, time("10:05"))).toEqual(["complete"]);
});

it("has its buttons at hand shortly before, not hours ahead nor when it is over", () => {
  const visit = appointmentAt("10:00", "10:30");
  expect(isAtHand(visit, time("09:20"))).toBe(true);
  expect(isAtHand(visit, time("08:00"))).toBe(false);
  expect(isAtHand({ ...visit, status: "completed" }, time("10:05"))).toBe(false);
});
