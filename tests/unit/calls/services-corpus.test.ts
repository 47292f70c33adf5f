import { afterAll, describe, expect, it } from "vitest";
import { chooseServices } from "@/server/calls/functions/rules/choose-services";
import type { Phone } from "@/server/calls/functions/rules/phone";
import { voiceOf } from "@/server/calls/functions/rules/say/voice";
import type { SpeechLanguage } from "@/server/speech/schema";
import * as callers from "../speech/corpus/callers-services";
import * as anew from "../speech/corpus/callers-services-anew";
import * as last from "../speech/corpus/callers-services-last";
import * as onceMore from "../speech/corpus/callers-services-once-more";
import { mistakesIn, rateOf, reportOf, type Score, scoresOf, sizeOf } from "../speech/corpus/score";
import * as corpus from "../speech/corpus/services";

const FLOOR = 0.95;
const CLASS_FLOOR = 0.85;
const CALLERS_FLOOR = 0.9;
const BRANCH = "branch";

/** As much of a telephone as choosing a service asks for: what the business offers. */
function phoneOf(offered: readonly corpus.Offered[], language: SpeechLanguage): Phone {
  const services = offered.map(({ name, synonyms = [], segments = [] }) => ({
    ...{ id: name, name, synonyms, segments },
    ...{ durationMinutes: 30, priceCents: 3000, branches: [] },
  }));
  return { services, language } as unknown as Phone;
}

function scored(
  language: SpeechLanguage,
  offered: readonly corpus.Offered[],
  classes: Record<string, readonly corpus.SaidService[]>,
): Score[] {
  const phone = phoneOf(offered, language);
  const voice = voiceOf({ language, zone: "Europe/Berlin", currency: "EUR", now: 0 });
  return scoresOf<corpus.SaidService>({
    language,
    classes,
    judge: ([said, meant]) => {
      const chosen = chooseServices({ phone, args: { service: said } as never, branchId: BRANCH, voice });
      const heard = "found" in chosen ? chosen.found.map(({ name }) => name).join(" + ") : "?";
      return { heard, verdict: heard === meant ? "right" : heard === "?" ? "missed" : "mistaken" };
    },
  });
}

describe("the labelled corpus of services", () => {
  const { inTheSalon, severalInTheSalon, openInTheSalon, inThePractice, openInThePractice, inTheGarage } = corpus;
  const { inTheEnglishSalon, openInTheEnglishSalon } = corpus;
  const scores = [
    ...scored("de", corpus.salon, { inTheSalon, severalInTheSalon, openInTheSalon }),
    ...scored("de", corpus.practice, { inThePractice, openInThePractice }),
    ...scored("de", corpus.garage, { inTheGarage }),
    ...scored("en", corpus.englishSalon, { inTheEnglishSalon, openInTheEnglishSalon }),
  ];
  afterAll(() => console.info(reportOf("services", scores)));

  it("holds for what callers said before anybody heard it, too", () => {
    const { askedInTheSalon, askedInThePractice, askedInTheGarage, askedInTheEnglishSalon } = callers;
    const asked = [
      ...scored("de", corpus.salon, { askedInTheSalon }),
      ...scored("de", corpus.practice, { askedInThePractice }),
      ...scored("de", corpus.garage, { askedInTheGarage }),
      ...scored("en", corpus.englishSalon, { askedInTheEnglishSalon }),
    ];
    console.info(reportOf("callers' services", asked));
    expect(mistakesIn(asked)).toEqual([]);
    expect(rateOf(asked)).toBeGreaterThanOrEqual(CALLERS_FLOOR);
  });

  it("holds for those of everyday callers in five businesses", () => {
    const { wishedInTheSalon, wishedInTheParlour, wishedInTheLawFirm, wishedInTheGarage } = anew;
    const asked = [
      ...scored("de", corpus.salon, { wishedInTheSalon }),
      ...scored("de", anew.parlour, { wishedInTheParlour }),
      ...scored("de", anew.lawFirm, { wishedInTheLawFirm }),
      ...scored("de", corpus.garage, { wishedInTheGarage }),
      ...scored("en", corpus.englishSalon, { wishedInTheEnglishSalon: anew.wishedInTheEnglishSalon }),
    ];
    console.info(reportOf("everyday services", asked));
    expect(mistakesIn(asked)).toEqual([]);
    expect(rateOf(asked)).toBeGreaterThanOrEqual(CALLERS_FLOOR);
  });

  it("holds for those of other trades", () => {
    const { wishedAtTheVet, wishedAtTheDrivingSchool, wishedInThePracticeOnceMore, wishedInEnglishOnceMore } = onceMore;
    const asked = [
      ...scored("de", onceMore.vet, { wishedAtTheVet }),
      ...scored("de", onceMore.drivingSchool, { wishedAtTheDrivingSchool }),
      ...scored("de", corpus.practice, { wishedInThePracticeOnceMore }),
      ...scored("en", corpus.englishSalon, { wishedInEnglishOnceMore }),
    ];
    console.info(reportOf("services of other trades", asked));
    expect(mistakesIn(asked)).toEqual([]);
    expect(rateOf(asked)).toBeGreaterThanOrEqual(FLOOR);
  });

  it("holds for those of three more trades", () => {
    const { wishedAtThePhysiotherapist, wishedAtTheOptician, wishedAtTheEnglishDentist } = last;
    const asked = [
      ...scored("de", last.physiotherapy, { wishedAtThePhysiotherapist }),
      ...scored("de", last.optician, { wishedAtTheOptician }),
      ...scored("en", last.englishDentist, { wishedAtTheEnglishDentist }),
    ];
    console.info(reportOf("services of three more trades", asked));
    expect(mistakesIn(asked)).toEqual([]);
    expect(rateOf(asked)).toBeGreaterThanOrEqual(CALLERS_FLOOR);
  });

  it("is large enough to mean something", () => {
    expect(sizeOf(scores.filter(({ language }) => language === "de"))).toBeGreaterThanOrEqual(80);
    expect(sizeOf(scores.filter(({ language }) => language === "en"))).toBeGreaterThanOrEqual(20);
  });

  it("is understood to the floor, and no class far below it", () => {
    expect(rateOf(scores)).toBeGreaterThanOrEqual(FLOOR);
    expect(scores.filter((score) => rateOf([score]) < CLASS_FLOOR).map(({ name }) => name)).toEqual([]);
  });

  it("holds no confident mistake", () => {
    expect(mistakesIn(scores)).toEqual([]);
  });
});
