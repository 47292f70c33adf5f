import { expect, it } from "vitest";
import { detectLanguage } from "@/server/speech/rules/detect-language";
import * as english from "./corpus/english";
import * as englishAgain from "./corpus/english-again";
import * as germanDays from "./corpus/german-days";
import * as germanSpoken from "./corpus/german-spoken";
import * as germanTimes from "./corpus/german-times";
import * as germanTrades from "./corpus/german-trades";
import * as germanWishes from "./corpus/german-wishes";
import * as germanWishesAgain from "./corpus/german-wishes-again";

const texts = (files: object[]): string[] =>
  files.flatMap((file) =>
    Object.values(file)
      .flat()
      .map(([said]) => said),
  );
/** Figures alone are no language. */
const hasWords = (said: string): boolean => /\p{L}{2}/u.test(said);

it("knows German from its words", () => {
  const said = texts([germanDays, germanTimes, germanTrades, germanSpoken, germanWishes, germanWishesAgain]);
  expect(said.length).toBeGreaterThan(400);
  expect(said.filter((text) => detectLanguage(text) !== "de")).toEqual([]);
});

it("knows English from its words", () => {
  const said = texts([english, englishAgain]).filter(hasWords);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => detectLanguage(text) !== "en")).toEqual([]);
});

it("takes what tells nothing for German", () => {
  expect(detectLanguage("15:30")).toBe("de");
  expect(detectLanguage("")).toBe("de");
});
