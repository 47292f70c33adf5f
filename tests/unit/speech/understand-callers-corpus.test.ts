import { afterAll, describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { detectLanguage } from "@/server/speech/rules/detect-language";
import { understandTime } from "@/server/speech/rules/understand-time";
import type { TimeWish } from "@/server/speech/schema";
import { besideEachOther, besideEachOtherInEnglish } from "./corpus/beside-each-other";
import { callersInEnglish } from "./corpus/callers-english";
import { callersFromAbroad } from "./corpus/callers-english-abroad";
import { callersInEnglishAfter } from "./corpus/callers-english-after";
import { moreCallersInEnglish } from "./corpus/callers-english-again";
import { callersInEnglishAnew } from "./corpus/callers-english-anew";
import { callersWithConditionsInEnglish } from "./corpus/callers-english-conditions";
import { finalCallersInEnglish } from "./corpus/callers-english-finally";
import { lastCallersInEnglish } from "./corpus/callers-english-last";
import { callersInEnglishOnceMore } from "./corpus/callers-english-once-more";
import { callersInGerman } from "./corpus/callers-german";
import { callersWithConditions } from "./corpus/callers-german-conditions";
import { everyClassEnglish } from "./corpus/every-class-english";
import { everyClassEnglishAgain } from "./corpus/every-class-english-again";
import { everyClassEnglishByHours } from "./corpus/every-class-english-by-hours";
import { everyClassGerman } from "./corpus/every-class-german";
import { everyClassGermanAgain } from "./corpus/every-class-german-again";
import { everyClassGermanOnceMore } from "./corpus/every-class-german-once-more";
import { everydayGerman } from "./corpus/everyday-german";
import { lastGerman } from "./corpus/last-german";
import { laterGerman } from "./corpus/later-german";
import { neighboursGerman } from "./corpus/neighbours-german";
import { neighboursRecognised } from "./corpus/neighbours-recognised";
import { ordinaryGerman } from "./corpus/ordinary-german";
import { plainGerman } from "./corpus/plain-german";
import { recognisedGermanAgain } from "./corpus/recognised-german-again";
import { recognisedGermanDays } from "./corpus/recognised-german-days";
import { recognisedGermanHours } from "./corpus/recognised-german-hours";
import { recognisedGermanWishes } from "./corpus/recognised-german-wishes";
import { mistakesIn, rateOf, reportOf, type Score, sizeOf, type Verdict } from "./corpus/score";
import { isRight } from "./corpus/time-label";
import type { HeardAt, Utterance } from "./corpus/utterance";

const ZONE = "Europe/Berlin";
const FLOOR = 0.9;

const written = ({ from, to }: { from: number; to: number }): string =>
  [from, to].map((at) => new Date(at).toLocaleString("sv-SE", { timeZone: ZONE }).slice(5, 16)).join("–");

const describeHeard = ({ ranges, exclude, ask }: TimeWish): string =>
  [ranges.map(written).join(" | "), ...exclude.map((range) => `not ${written(range)}`), ...(ask ? [ask] : [])].join(
    "; ",
  );

/** A wrong answer without a question is a mistake; the language is what the sentence itself tells. */
function judge(
  utterance: Utterance,
  { now, ...place }: Omit<HeardAt, "utterances">,
): { verdict: Verdict; heard: string } {
  const [said] = utterance;
  const at = fromWall(ZONE, now.slice(0, 10), minutesOf(now.slice(11)));
  const wish = understandTime(said, { now: at, zone: ZONE, language: detectLanguage(said), ...place });
  const heard = describeHeard(wish);
  if (isRight(wish, utterance, now.slice(0, 10))) return { verdict: "right", heard };
  return { verdict: wish.ask === undefined ? "mistaken" : "missed", heard };
}

const SETS: Record<Score["language"], Record<string, readonly HeardAt[]>> = {
  de: {
    ordinaryGerman,
    everydayGerman,
    callersInGerman,
    laterGerman,
    lastGerman,
    plainGerman,
    everyClassGerman,
    everyClassGermanAgain,
    everyClassGermanOnceMore,
    recognisedGermanDays,
    recognisedGermanHours,
    recognisedGermanWishes,
    recognisedGermanAgain,
    neighboursGerman,
    neighboursRecognised,
    callersWithConditions,
    besideEachOther,
  },
  en: {
    callersInEnglish,
    moreCallersInEnglish,
    callersInEnglishOnceMore,
    lastCallersInEnglish,
    callersFromAbroad,
    finalCallersInEnglish,
    callersInEnglishAnew,
    callersInEnglishAfter,
    everyClassEnglish,
    everyClassEnglishByHours,
    everyClassEnglishAgain,
    callersWithConditionsInEnglish,
    besideEachOtherInEnglish,
  },
};

const scoresOf = (language: Score["language"]): Score[] =>
  Object.entries(SETS[language]).map(([name, moments]) => ({
    name,
    language,
    verdicts: moments.flatMap(({ utterances, ...moment }) =>
      utterances.map((utterance) => ({ said: utterance[0], ...judge(utterance, moment) })),
    ),
  }));

describe.each(["de", "en"] as const)("callers who speak %s, at different moments of the year", (language) => {
  const scores = scoresOf(language);

  afterAll(() => {
    console.info(`${reportOf("callers", scores)}, ${mistakesIn(scores).length} of ${sizeOf(scores)} mistaken`);
  });

  it("are understood to the floor", () => {
    expect(rateOf(scores)).toBeGreaterThanOrEqual(FLOOR);
  });

  it("are never misheard without a question", () => {
    expect(mistakesIn(scores)).toEqual([]);
  });
});
