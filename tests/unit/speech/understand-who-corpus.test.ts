import { afterAll, describe, expect, it } from "vitest";
import { understandEmail } from "@/server/speech/rules/understand-email";
import { type SpokenName, understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";
import type { SpeechLanguage } from "@/server/speech/schema";
import * as addressesLast from "./corpus/callers-addresses-last";
import * as afterwards from "./corpus/callers-contacts-afterwards";
import {
  addressesAgain,
  englishAddressesAgain,
  englishNumbersAgain,
  numbersAgain,
} from "./corpus/callers-contacts-again";
import * as contactsAnew from "./corpus/callers-contacts-anew";
import * as contactsOnceMore from "./corpus/callers-contacts-once-more";
import * as callersEmails from "./corpus/callers-emails";
import * as callersNames from "./corpus/callers-names";
import * as namesAgain from "./corpus/callers-names-again";
import * as namesAnew from "./corpus/callers-names-anew";
import * as namesLast from "./corpus/callers-names-last";
import * as namesOnceMore from "./corpus/callers-names-once-more";
import * as numbersLast from "./corpus/callers-numbers-last";
import * as callersPhones from "./corpus/callers-phones";
import * as emails from "./corpus/emails";
import * as names from "./corpus/names";
import * as phones from "./corpus/phones";
import { mistakesIn, rateOf, reportOf, type Score, scoresOf, sizeOf, type Verdict } from "./corpus/score";

const FLOOR = 0.95;
/** A class is small: one slip in it is allowed, a second one is a hole. */
const CLASS_FLOOR = 0.85;
const CALLERS_FLOOR = 0.9;

type Classes<T> = Record<string, readonly T[]>;

/** The classes of a file by their language: those in English say so. */
function byLanguage<T>(file: object, language: SpeechLanguage): Classes<T> {
  const entries = Object.entries(file as Classes<T>);
  return Object.fromEntries(entries.filter(([name]) => name.startsWith("english") === (language === "en")));
}

const inBoth = <T extends readonly [string, ...unknown[]]>(
  file: object,
  judgeIn: (language: SpeechLanguage) => (label: T) => { verdict: Verdict; heard: string },
): Score[] =>
  (["de", "en"] as const).flatMap((language) =>
    scoresOf<T>({ language, classes: byLanguage<T>(file, language), judge: judgeIn(language) }),
  );

const classesOf = (file: object, of: RegExp): object =>
  Object.fromEntries(Object.entries(file).filter(([name]) => of.test(name)));
const numbersOf = (file: object) => classesOf(file, /numbers|landlines/i);
const addressesOf = (file: object) => classesOf(file, /addresses/i);

const nameText = ({ salutation, title, firstName, lastName }: SpokenName): string =>
  [salutation, title, firstName && `${firstName} /`, lastName].filter(Boolean).join(" ");

/** No name at all is asked for; a wrong one is written into the diary. */
const judgeName =
  () =>
  ([said, lastName, firstName, address]: names.SaidName) => {
    const heard = nameText(understandName(said));
    const meant = [address, firstName && `${firstName} /`, lastName].filter(Boolean).join(" ");
    return {
      heard: heard || "nothing",
      verdict: heard === meant ? "right" : heard === "" ? "missed" : "mistaken",
    } as const;
  };

const judgePhone =
  (language: SpeechLanguage) =>
  ([said, number]: phones.SaidPhone) => {
    const read = understandPhone(said, { country: "DE", language });
    const heard = "e164" in read ? read.e164 : "hidden" in read ? "-" : "?";
    return { heard, verdict: heard === number ? "right" : heard === "?" ? "missed" : "mistaken" } as const;
  };

const judgeEmail =
  (language: SpeechLanguage) =>
  ([said, email]: emails.SaidEmail) => {
    const read = understandEmail(said, { language });
    const heard = "email" in read ? read.email : "?";
    return { heard, verdict: heard === email ? "right" : heard === "?" ? "missed" : "mistaken" } as const;
  };

describe.each([
  {
    what: "names",
    scores: inBoth<names.SaidName>(
      {
        ...callersNames,
        ...namesAgain,
        ...namesAnew,
        ...namesOnceMore,
        ...namesLast,
        ...classesOf(afterwards, /names/i),
      },
      judgeName,
    ),
  },
  {
    what: "phone numbers",
    scores: inBoth<phones.SaidPhone>(
      {
        ...callersPhones,
        numbersAgain,
        englishNumbersAgain,
        ...numbersOf(contactsAnew),
        ...numbersOf(contactsOnceMore),
        ...numbersLast,
      },
      judgePhone,
    ),
  },
  {
    what: "e-mail addresses",
    scores: inBoth<emails.SaidEmail>(
      {
        ...callersEmails,
        addressesAgain,
        englishAddressesAgain,
        ...addressesOf(contactsAnew),
        ...addressesOf(contactsOnceMore),
        ...addressesLast,
        ...addressesOf(afterwards),
      },
      judgeEmail,
    ),
  },
])("what callers said when they were asked for $what, labelled before it was heard", ({ what, scores }) => {
  afterAll(() => console.info(reportOf(`callers' ${what}`, scores)));

  it("is understood to the floor", () => {
    expect(rateOf(scores)).toBeGreaterThanOrEqual(CALLERS_FLOOR);
  });

  it("holds no confident mistake", () => {
    expect(mistakesIn(scores)).toEqual([]);
  });
});

describe.each([
  { what: "names", scores: inBoth<names.SaidName>(names, judgeName), german: 130, english: 30 },
  { what: "phone numbers", scores: inBoth<phones.SaidPhone>(phones, judgePhone), german: 70, english: 15 },
  { what: "e-mail addresses", scores: inBoth<emails.SaidEmail>(emails, judgeEmail), german: 65, english: 15 },
])("the labelled corpus of $what", ({ what, scores, german, english }) => {
  afterAll(() => console.info(reportOf(what, scores)));

  it("is large enough to mean something", () => {
    const size = (language: SpeechLanguage) => sizeOf(scores.filter((score) => score.language === language));
    expect(size("de")).toBeGreaterThanOrEqual(german);
    expect(size("en")).toBeGreaterThanOrEqual(english);
  });

  it("is understood to the floor, and no class far below it", () => {
    expect(rateOf(scores)).toBeGreaterThanOrEqual(FLOOR);
    expect(scores.filter((score) => rateOf([score]) < CLASS_FLOOR).map(({ name }) => name)).toEqual([]);
  });

  it("holds no confident mistake", () => {
    expect(mistakesIn(scores)).toEqual([]);
  });
});
