import { describe, expect, it } from "vitest";
import { matchByName } from "@/server/speech/rules/match-name";

const PEOPLE = [
  "Ute Müller",
  "Otto Klein",
  "Ida",
  "Heidi Maier",
  "Karin Thoma",
  "Zen Wu",
  "Anna Berg",
  "Ian Doe",
  "Finn",
];
const named = (text: string) =>
  matchByName(
    text,
    PEOPLE.map((name) => ({ id: name, name })),
  ).map(({ id }) => id);

describe("somebody's name in what a caller says", () => {
  it.each([
    "Ich hätte gern einen Termin für einen Damenhaarschnitt in zehn Tagen am Vormittag",
    "Könnte ich bitte morgen früh um halb neun kommen, oder übermorgen?",
    "Haben Sie diese Woche noch etwas frei, vielleicht am Donnerstag nach eins?",
    "I would like to have an appointment on Tuesday in the afternoon",
  ])("is none that an everyday word only sounds like: %s", (text) => expect(named(text)).toEqual([]));

  it.each([
    ["Ich hätte gern einen Termin bei der Heidi", "Heidi Maier"],
    ["einen Termin bei Frau Mayer am Montag", "Heidi Maier"],
    ["zu Karin, wenn es geht", "Karin Thoma"],
    ["bei der Katrin nicht, bei Ute", "Ute Müller"],
    ["Could I have Ian please", "Ian Doe"],
  ])("is heard as it is said, or nearly so: %s", (text, name) => expect(named(text)[0]).toBe(name));
});
