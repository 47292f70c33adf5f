import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Grade, grade } from "@/server/calls/simulator/rules/grade";
import { SCENARIOS } from "@/server/calls/simulator/rules/scenarios/all";
import { play } from "./play";
import { failuresOf, sumUp } from "./report";

const only = process.env.EVALUATE_ONLY;
const scenarios = SCENARIOS.filter(({ name }) => !only || name.includes(only));
const grades: Grade[] = [];

it.concurrent.each(scenarios)("$name", async (scenario) => {
  const played = await play(scenario);
  const graded = grade(scenario, played);
  grades.push(graded);
  const steps = played.steps.map(({ function: name, arguments: args, answer }) => ({ name, args, answer }));
  expect(graded.wrongs, JSON.stringify(steps, null, 1)).toEqual([]);
});

it("reaches every floor", () => {
  const report = sumUp(grades);
  if (process.env.EVALUATION_REPORT) {
    const byName = grades.sort((one, other) => one.name.localeCompare(other.name));
    writeFileSync(process.env.EVALUATION_REPORT, JSON.stringify({ ...report, grades: byName }));
  }
  console.log(
    Object.entries(report)
      .map(([name, value]) => `${name} ${value}`)
      .join(" · "),
  );
  expect(grades).toHaveLength(scenarios.length);
  if (!only) expect(failuresOf(report)).toEqual([]);
});
