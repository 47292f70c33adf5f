import { afterAll, describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";
import type { OpeningHours } from "@/server/speech/schema";
import * as english from "./corpus/english";
import * as englishAgain from "./corpus/english-again";
import { freshEnglish } from "./corpus/fresh-english";
import * as freshGerman from "./corpus/fresh-german";
import * as germanDays from "./corpus/german-days";
import * as germanDaysAgain from "./corpus/german-days-again";
import { leftOpenByHours, settledByHours } from "./corpus/german-hours";
import * as germanSpoken from "./corpus/german-spoken";
import * as germanTimes from "./corpus/german-times";
import * as germanTrades from "./corpus/german-trades";
import * as germanWishes from "./corpus/german-wishes";
import * as germanWishesAgain from "./corpus/german-wishes-again";
import { heardLater, heardLaterInEnglish } from "./corpus/heard-later";
import { heldBack, heldBackInEnglish, secondHeldBack, secondHeldBackInEnglish } from "./corpus/held-back";
import { inBavaria, inBerlin, seenFromFriday } from "./corpus/other-todays";
import { isRight } from "./corpus/time-label";
import { unheardAgain, unheardAgainInEnglish } from "./corpus/unheard-again";
import { unheardEnglish } from "./corpus/unheard-english";
import * as unheardGerman from "./corpus/unheard-german";
import { unheardOnceMore, unheardOnceMoreInEnglish } from "./corpus/unheard-once-more";
import type { Utterance } from "./corpus/utterance";

const ZONE = "Europe/Berlin";
const TODAY = "2026-11-24";
const NOW = fromWall(ZONE, TODAY, minutesOf("10:00"));
const FLOOR = 0.95;
/** Of each kind of utterance by itself, so that a kind that is heard badly does not hide behind the others. */
const CLASS_FLOOR = 0.9;
/** Of what the grammar was not written for: a question is no failure there, a confident mistake is. */
const UNHEARD_FLOOR = 0.65;

const open = (opens: string, closes: string): OpeningHours =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens, closes }));

interface Class {
  name: string;
  language: "de" | "en";
  utterances: Utterance[];
  hours?: OpeningHours;
  state?: string;
  now?: number;
  isUnheard?: true;
}

const german = { ...germanDays, ...germanTimes, ...germanWishes, ...germanDaysAgain };
const germanAgain = { heardLater, ...germanSpoken, ...germanTrades, ...germanWishesAgain };
const germanFresh = { ...freshGerman, heldBack, secondHeldBack };
const englishHeard = { heardLaterInEnglish, freshEnglish, heldBackInEnglish, secondHeldBackInEnglish };
const inMay = fromWall(ZONE, "2027-05-20", minutesOf("10:00"));
const classes: Class[] = [
  ...Object.entries({ ...german, ...germanAgain, ...germanFresh }).map(([name, utterances]) => ({
    name,
    language: "de" as const,
    utterances,
  })),
  { name: "settledByHours", language: "de", utterances: settledByHours, hours: open("09:00", "18:00") },
  { name: "leftOpenByHours", language: "de", utterances: leftOpenByHours, hours: open("07:00", "22:00") },
  {
    name: "seenFromFriday",
    language: "de",
    utterances: seenFromFriday,
    now: fromWall(ZONE, "2026-12-18", minutesOf("17:30")),
  },
  { name: "inBavaria", language: "de", utterances: inBavaria, now: inMay, state: "BY" },
  { name: "inBerlin", language: "de", utterances: inBerlin, now: inMay, state: "BE" },
  ...Object.entries({ ...english, ...englishAgain, ...englishHeard }).map(([name, utterances]) => ({
    name,
    language: "en" as const,
    utterances,
  })),
];
const unheard: Class[] = [
  ...Object.entries({ ...unheardGerman, unheardAgain, unheardOnceMore }).map(([name, utterances]) => ({
    name,
    language: "de" as const,
    utterances,
  })),
  ...Object.entries({ unheardEnglish, unheardAgainInEnglish, unheardOnceMoreInEnglish }).map(([name, utterances]) => ({
    name,
    language: "en" as const,
    utterances,
  })),
].map((entry) => ({ ...entry, isUnheard: true }));

interface Score {
  right: number;
  all: number;
  missed: string[];
  confidentMistakes: string[];
}

function scoreOf({ utterances, language, hours, state, now = NOW }: Class): Score {
  const score: Score = { right: 0, all: utterances.length, missed: [], confidentMistakes: [] };
  for (const utterance of utterances) {
    const options = { now, zone: ZONE, language, ...(hours && { hours }), ...(state && { state }) };
    const wish = understandTime(utterance[0], options);
    if (isRight(wish, utterance, TODAY)) score.right++;
    else {
      score.missed.push(utterance[0]);
      if (wish.ask === undefined && wish.confidence >= 0.7) score.confidentMistakes.push(utterance[0]);
    }
  }
  return score;
}

describe("the labelled corpus", () => {
  const scores = [...classes, ...unheard].map((entry) => ({ ...entry, score: scoreOf(entry) }));
  const met = scores.filter(({ isUnheard }) => !isUnheard);
  const unheardScores = scores.filter(({ isUnheard }) => isUnheard);
  const shareRight = (of: typeof scores) =>
    of.reduce((total, { score }) => total + score.right, 0) / of.reduce((total, { score }) => total + score.all, 0);

  afterAll(() => {
    const lines = scores.map(({ language, name, score }) => {
      const rate = ((100 * score.right) / score.all).toFixed(1).padStart(5);
      return `${language} ${name.padEnd(20)} ${rate} %  ${score.right}/${score.all}  ${score.missed.map((text) => `"${text}"`).join(", ")}`;
    });
    const overall = `overall ${(100 * shareRight(met)).toFixed(1)} %, of the unheard ${(100 * shareRight(unheardScores)).toFixed(1)} %`;
    console.info([...lines, overall].join("\n"));
  });

  it("is large enough to mean something", () => {
    const size = (language: string) =>
      scores.filter((entry) => entry.language === language).reduce((total, { score }) => total + score.all, 0);
    expect(size("de")).toBeGreaterThanOrEqual(400);
    expect(size("en")).toBeGreaterThanOrEqual(100);
  });

  it("is understood to the floor, and no class far below it", () => {
    expect(shareRight(met)).toBeGreaterThanOrEqual(FLOOR);
    expect(met.filter(({ score }) => score.right / score.all < CLASS_FLOOR).map(({ name }) => name)).toEqual([]);
  });

  it("asks about what it was not written for, and understands most of it", () => {
    expect(shareRight(unheardScores)).toBeGreaterThanOrEqual(UNHEARD_FLOOR);
  });

  it("holds no confident mistake", () => {
    expect(scores.flatMap(({ score }) => score.confidentMistakes)).toEqual([]);
  });
});
