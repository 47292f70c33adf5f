import { expect, it } from "vitest";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { isHiddenNumber, understandPhone } from "@/server/speech/rules/understand-phone";

const german = { country: "DE" };

it.each([
  "+49 176 12345678",
  "0176 12345678",
  "0176/123 45 678",
  "0049 176 12345678",
  "+49 (0) 176 12345678",
  "+49 0176 12345678",
  "null eins sieben sechs eins zwei drei vier fünf sechs sieben acht",
  "Meine Nummer ist null eins sieben sechs, zwölf, vierunddreißig, sechsundfünfzig, achtundsiebzig",
  "null eins sechsundsiebzig zwölf vierunddreißig fünf sechs sieben acht",
  "plus vier neun eins sieben sechs eins zwei drei vier fünf sechs sieben acht",
  "null null vier neun eins sieben sechs eins zwo drei vier fünf sechs sieben acht",
  "oh one seven six one two three four five six seven eight",
])("hears one number in %j", (text) => {
  expect(understandPhone(text, german)).toEqual({ e164: "+4917612345678" });
});

it("hears repeated digits and a landline", () => {
  expect(understandPhone("null drei null doppel zwei drei vier fünf sechs sieben", german)).toEqual({
    e164: "+4930" + "2234567",
  });
  expect(understandPhone("null drei null, zwei dreimal fünf vier vier eins", german)).toEqual({
    e164: "+4930" + "2555441",
  });
});

it("hears a number that is said twice once", () => {
  expect(understandPhone("0176 44321089, ich wiederhole, 0176 44321089", german)).toEqual({ e164: "+4917644321089" });
});

it("keeps other countries apart", () => {
  expect(understandPhone("die Vorwahl von Österreich, dann 664 1234567", german)).toEqual({ e164: "+436641234567" });
  expect(understandPhone("0664 1234567", { country: "AT" })).toEqual({ e164: "+436641234567" });
  expect(understandPhone("079 123 45 67", { country: "CH" })).toEqual({ e164: "+41791234567" });
  expect(understandPhone("+43 664 1234567", german)).toEqual({ e164: "+436641234567" });
});

it("asks again for what is no number", () => {
  expect(understandPhone("null eins sieben", german)).toHaveProperty("ask");
  expect(
    understandPhone("vier vier drei zwei eins null acht neun mit Vorwahl null eins sieben sechs", german),
  ).toHaveProperty("ask");
  // Without its area nobody knows where it rings.
  expect(understandPhone("fünf fünf fünf eins zwei drei vier", german)).toHaveProperty("ask");
  expect(understandPhone("die kennen Sie doch", german)).toHaveProperty("ask");
  expect(understandPhone("", german)).toHaveProperty("ask");
});

it.each([
  "anonymous",
  "Anonymous",
  "",
  "  ",
  "000",
  "0000000000",
  "+0000",
  "unknown",
  "withheld",
  "sip:anonymous@anonymous.invalid",
  "+266696687",
  null,
])("takes %j for a hidden number", (value) => {
  expect(isHiddenNumber(value)).toBe(true);
});

it("takes a real number for a visible one", () => {
  expect(isHiddenNumber("+4917612345678")).toBe(false);
  expect(understandPhone("anonym", german)).toEqual({ hidden: true });
  expect(understandPhone("null null null null", german)).toEqual({ hidden: true });
});

it("writes a number as people do", () => {
  expect(formatPhone("+4917612345678")).toBe("0176 12345678");
  expect(formatPhone("+436641234567")).toBe("+43 664 1234567");
  expect(formatPhone("no number")).toBe("no number");
});

it("asks again when one of the digits was no word that it knows, and not when something was only said between them", () => {
  const digits = "null eins sieben eins drei neun zwei acht sechs drei vier".split(" ");
  expect(understandPhone(digits.join(" "), german)).toEqual({ e164: "+491713928634" });
  for (const word of ["sex", "frei", "echt", "brei"])
    for (let at = 1; at < digits.length - 1; at++) {
      const [begin, end] = [digits.slice(0, at), digits.slice(at)];
      expect(understandPhone([...begin, word, ...end].join(" "), german), `${word} at ${at}`).toHaveProperty("ask");
    }
  for (const word of ["dann", "und", "äh", "Pause", "Bindestrich", "also"])
    for (const at of [4, 6])
      expect(understandPhone([...digits.slice(0, at), word, ...digits.slice(at)].join(" "), german)).toHaveProperty(
        "e164",
      );
});
