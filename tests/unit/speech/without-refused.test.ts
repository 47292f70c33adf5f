import { expect, it } from "vitest";
import { namesRefusal, withoutRefused } from "@/server/speech/rules/without-refused";

it.each([
  ["keine Farbe, nur Föhnen", "nur Föhnen"],
  ["Damenhaarschnitt ohne Föhnen", "Damenhaarschnitt"],
  ["Damenhaarschnitt ohne Waschen und Föhnen", "Damenhaarschnitt"],
  ["nicht färben, sondern Strähnen", "sondern Strähnen"],
  ["Schneiden bitte, Föhnen brauche ich nicht", "Schneiden bitte,"],
  ["ohne Waschen, dann Schneiden", "dann Schneiden"],
  ["no colour, just highlights", "just highlights"],
  ["färben hatte ich letzte Woche, jetzt Damenhaarschnitt", "jetzt Damenhaarschnitt"],
  ["färben ja föhnen nein", "färben ja,"],
  ["färben ja, föhnen bitte nicht", "färben ja,"],
  ["statt der Impfung lieber nur den Check", "lieber nur den Check"],
  ["instead of highlights just a colour", "just a colour"],
  ["anything but a massage", ""],
  ["die Wurmkur haben wir schon, nur impfen", "nur impfen"],
  ["nicht die mit den Steinen, nur den Rücken", "nur den Rücken"],
  ["eigentlich wollte ich Strähnen, aber jetzt doch lieber eine Tönung", "jetzt doch lieber eine Tönung"],
])("hears in %j what is wanted", (said, wanted) => {
  expect(withoutRefused(said)).toBe(wanted);
});

it.each([
  "nicht nur färben",
  "ich weiß nicht ob färben oder Strähnen",
  "not sure whether highlights or a cut",
  "ich habe keine Zeit zu warten, Haarschnitt bitte",
  "Schneiden und Föhnen",
])("refuses nothing in %j", (said) => {
  expect(withoutRefused(said)).toBe(said);
});

it("knows a name that says what it goes without", () => {
  expect(namesRefusal("Schnitt ohne Waschen")).toBe(true);
  expect(namesRefusal("Notfall")).toBe(false);
});
