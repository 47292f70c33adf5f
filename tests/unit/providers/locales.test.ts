import { expect, it } from "vitest";
import { chooseLocale } from "@/components/providers/locales";

it("takes what the user chose, whatever the browser says", () => {
  expect(chooseLocale({ chosen: "en", accepted: "de-DE" })).toBe("en");
});

it("takes the browser's favourite among the languages there are", () => {
  expect(chooseLocale({ accepted: "fr-FR,fr;q=0.9,de;q=0.4,en-GB;q=0.8" })).toBe("en");
  expect(chooseLocale({ accepted: "de-AT,en;q=0.5" })).toBe("de");
});

it("never takes a language that the browser refuses", () => {
  expect(chooseLocale({ accepted: "en;q=0,fr" })).toBe("de");
});

it("is German when nothing fits", () => {
  expect(chooseLocale({ chosen: "xx", accepted: "tlh" })).toBe("de");
  expect(chooseLocale({ accepted: null })).toBe("de");
});
