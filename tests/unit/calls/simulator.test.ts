import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scenarioKey } from "@/components/calls/simulator/scenario-key";
import { intentOf, isNo, isYes, ordinalOf } from "@/server/calls/simulator/rules/intent";
import { SCENARIOS } from "@/server/calls/simulator/rules/scenarios/all";
import { fillIn } from "@/server/core/fill-in";

it.each(["de", "en"])(
  "every written conversation has a title of its own in %s, and no title is left over",
  (language) => {
    const { scenarios } = JSON.parse(readFileSync(`public/locales/${language}/simulator.json`, "utf8"));
    expect(Object.keys(scenarios).sort()).toEqual(SCENARIOS.map(({ name }) => scenarioKey(name)).sort());
    expect(new Set(Object.values(scenarios)).size).toBe(SCENARIOS.length);
  },
);

it.each([
  ["Ich hätte gern einen Termin", "book"],
  ["Ich muss meinen Termin absagen", "cancel"],
  ["Kann ich den Termin verschieben?", "move"],
  ["Rufen Sie mich bitte zurück", "callback"],
  ["Was kostet Färben?", "question"],
  ["When is my next appointment?", "own"],
  ["I need to cancel", "cancel"],
  ["Donnerstag um zehn", null],
])("hears in %j the wish %s", (words, intent) => {
  expect(intentOf(words)).toBe(intent);
});

it("hears yes, no, and which of several", () => {
  for (const yes of ["Ja, gern.", "passt", "Okay", "Yes please"])
    expect([isYes(yes), isNo(yes)]).toEqual([true, false]);
  for (const no of ["Nein danke", "lieber nicht", "No"]) expect([isYes(no), isNo(no)]).toEqual([false, true]);
  expect(["den ersten", "lieber den zweiten", "the third one", "Donnerstag"].map(ordinalOf)).toEqual([0, 1, 2, null]);
});

it("fills in what earlier answers said, and leaves the rest as it is", () => {
  const scope = { check: { slot: { slot_id: "a.1" }, say: "Gern." } };
  expect(fillIn({ slot_id: "$check.slot.slot_id", list: ["{{check.say}} Ja?", 7, null] }, scope)).toEqual({
    ...{ slot_id: "a.1", list: ["Gern. Ja?", 7, null] },
  });
  expect(fillIn("$nobody.there", scope)).toBeUndefined();
});
