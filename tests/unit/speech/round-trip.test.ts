import fc from "fast-check";
import { getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type EpochMs, fromWall, minutesOf, resolveWall, toLocal } from "@/server/core/time";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { sayTime } from "@/server/speech/rules/say";
import { understandEmail } from "@/server/speech/rules/understand-email";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";
import { understandTime } from "@/server/speech/rules/understand-time";
import { speechLanguage } from "@/server/speech/schema";

const TODAY = "2026-11-24";
const YEAR = 365;
const STEP = 5;
/** Where the whole year is asked; elsewhere it is the same but for the days on which the clocks change. */
const HOME = "Europe/Berlin";
const DAY_MINUTES = 24 * 60;
/** Days that are called by other names, and the furthest one that anybody books. */
const NOTABLE = [0, 1, 2, 6, 7, 8, 13, 14, 270, 271, YEAR];

/** The days around a change of clocks in a year from today, each zone by its own rule. */
function changes(zone: string): number[] {
  const offsetOn = (days: number) => {
    const date = addDays(TODAY, days);
    return Date.parse(`${date}T12:00:00Z`) - fromWall(zone, date, minutesOf("12:00"));
  };
  return Array.from({ length: YEAR }, (_, days) => days).filter((days) => offsetOn(days) !== offsetOn(days + 1));
}

/** A slot that is said is heard as that slot and nothing else, without a question. */
function mishearing(slot: EpochMs, options: { zone: string; language: "de" | "en"; now: EpochMs }): string | null {
  const spoken = sayTime(slot, options);
  const { ranges, ask } = understandTime(spoken, options);
  const isHeard = ranges.length === 1 && ranges[0]?.from === slot && ranges[0].to === slot && ask === undefined;
  return isHeard ? null : `"${spoken}" of ${new Date(slot).toISOString()} as ${JSON.stringify({ ranges, ask })}`;
}

describe.each(speechLanguage.options)("what is said in %s", (language) => {
  const zones = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "America/New_York",
    "Pacific/Auckland",
    "Asia/Tokyo",
  ];

  it.each(zones)(
    "is understood as the same slot, every day of a year or every time of the days that matter, in %s",
    (zone) => {
      const now = fromWall(zone, TODAY, minutesOf("07:02"));
      const mornings = changes(zone);
      const whole = new Set([...NOTABLE, ...mornings, ...mornings.map((days) => days + 1)]);
      const misheard: string[] = [];
      for (let days = 0; days <= YEAR; days++) {
        if (zone !== HOME && !whole.has(days)) continue;
        // Other days are asked at every third hour, each at other minutes.
        const [first, step] = whole.has(days) ? [0, STEP] : [(days * STEP) % 180, 180];
        for (let minutes = first; minutes < DAY_MINUTES; minutes += step) {
          const wall = resolveWall(zone, addDays(TODAY, days), minutes);
          // The hour that comes twice is the first of both; the one that never comes is no slot.
          const fault = wall.kind === "unique" && wall.at > now && mishearing(wall.at, { zone, language, now });
          if (fault) misheard.push(fault);
        }
      }
      expect(misheard).toEqual([]);
    },
  );

  it("is understood from any day of the week and any time of day at which somebody rings", () => {
    const calls = fc.record({
      zone: fc.constantFrom(...zones),
      today: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(TODAY, days)),
      rings: fc.integer({ min: 0, max: DAY_MINUTES - 1 }),
      ahead: fc.integer({ min: 1, max: YEAR }),
      time: fc.integer({ min: 0, max: DAY_MINUTES / STEP - 1 }).map((steps) => steps * STEP),
    });
    fc.assert(
      fc.property(calls, ({ zone, today, rings, ahead, time }) => {
        const wall = resolveWall(zone, addDays(today, ahead), time);
        if (wall.kind !== "unique") return;
        expect(mishearing(wall.at, { zone, language, now: fromWall(zone, today, rings) })).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

it("covers both changes of clocks where there are any", () => {
  expect(changes("Europe/Berlin").map((days) => addDays(TODAY, days + 1))).toEqual(["2027-03-28", "2027-10-31"]);
  expect(changes("Asia/Tokyo")).toEqual([]);
  expect(daysBetween(TODAY, toLocal("Europe/Berlin", fromWall("Europe/Berlin", "2027-11-24", 0)).date)).toBe(YEAR);
});

describe("what is said back of a person is understood as the same", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

  it("a telephone number, at home and abroad", () => {
    const mobile = fc
      .tuple(fc.constantFrom("+4915", "+4917", "+4366", "+4179"), digits(9))
      .map((parts) => parts.join(""));
    const known = fc
      .constantFrom("DE", "AT", "CH", "FR", "IT", "PL", "TR", "US", "GB", "NL")
      .map((country) => getExampleNumber(country as "DE", examples)?.number ?? "");
    fc.assert(
      fc.property(fc.oneof(mobile, known), fc.constantFrom("DE", "AT", "CH"), (number, country) => {
        const heard = understandPhone(number, { country });
        fc.pre("e164" in heard);
        if ("e164" in heard) expect(understandPhone(formatPhone(heard.e164, { country }), { country })).toEqual(heard);
      }),
    );
  });

  it("an address, written and word by word", () => {
    const part = fc.constantFrom("anna", "max", "mueller", "salon-schoen", "kontakt", "weber", "praxis-nord");
    const domain = fc.constantFrom(
      "web.de",
      "gmail.com",
      "gmx.net",
      "posteo.de",
      "salon-berger.de",
      "mail.uni-koeln.de",
    );
    fc.assert(
      fc.property(
        part,
        part,
        fc.constantFrom(".", "_", "-", ""),
        fc.option(fc.nat(999)),
        domain,
        (one, other, sign, nr, at) => {
          const email = `${one}${sign}${other}${nr ?? ""}@${at}`;
          expect(understandEmail(email)).toMatchObject({ email });
          const said = email.replaceAll(
            /[.@_-]/g,
            (symbol) => ({ ".": " punkt ", "@": " at ", _: " unterstrich " })[symbol] ?? " minus ",
          );
          expect(understandEmail(said), said).toMatchObject({ email });
        },
      ),
    );
  });

  const lastNames = [
    "Müller",
    "Jäger",
    "Groß",
    "Schmidt",
    "Meyer-Landrut",
    "Yılmaz",
    "Nowak",
    "O'Brien",
    "Weiß",
    "Özdemir",
    "von der Heide",
  ];

  it("a first and a last name", () => {
    const first = fc.constantFrom("Anna", "Karl-Heinz", "Jürgen", "Maria", "Zoë", "Ali");
    fc.assert(
      fc.property(first, fc.constantFrom(...lastNames), (firstName, lastName) => {
        expect(understandName(`${firstName} ${lastName}`)).toEqual({ firstName, lastName });
      }),
    );
  });

  it("a name letter by letter, in each alphabet", () => {
    const letter = fc.constantFrom(..."ABDEFGHIKLMNOPRSTUWZ");
    const words: Record<string, readonly string[]> = {
      old: "Anton Berta Dora Emil Friedrich Gustav Heinrich Ida Kaufmann Ludwig Martha Nordpol Otto Paula Richard Samuel Theodor Ulrich Wilhelm Zacharias".split(
        " ",
      ),
      cities:
        "Aachen Berlin Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Köln Leipzig München Nürnberg Offenbach Potsdam Rostock Salzwedel Tübingen Unna Wuppertal Zwickau".split(
          " ",
        ),
      pilots:
        "Alfa Bravo Delta Echo Foxtrot Golf Hotel India Kilo Lima Mike November Oscar Papa Romeo Sierra Tango Uniform Whiskey Zulu".split(
          " ",
        ),
    };
    fc.assert(
      fc.property(
        // "Friedrich Wilhelm Kaufmann" is a name, and FWK none.
        fc
          .array(letter, { minLength: 3, maxLength: 10 })
          .filter((some) => some.length > 3 || /[AEIOU]/.test(some.join(""))),
        fc.constantFrom(...Object.keys(words)),
        (letters, alphabet) => {
          const said = letters.map((one) => words[alphabet]?.find((word) => word.startsWith(one)) ?? one);
          const lastName = letters[0] + letters.slice(1).join("").toLowerCase();
          expect(understandName(said.join(" "))).toEqual({ lastName });
          expect(understandName(letters.map((one, at) => `${one} wie ${said[at]}`).join(", "))).toEqual({ lastName });
        },
      ),
    );
  });
});
