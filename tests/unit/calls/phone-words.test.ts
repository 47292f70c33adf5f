import { describe, expect, it } from "vitest";
import { readBirthdate } from "@/server/calls/functions/rules/birthdate";
import { decide } from "@/server/calls/functions/rules/choice";
import { sayOpeningHours } from "@/server/calls/functions/rules/opening-words";
import type { PhoneBranch } from "@/server/calls/functions/rules/phone";
import { voiceOf } from "@/server/calls/functions/rules/say/voice";
import { topicOf } from "@/server/calls/functions/rules/topic";
import { isAllowedAddress } from "@/server/calls/rules/allowed-address";
import { fromWall } from "@/server/core/time";

const zone = "Europe/Berlin";
const now = fromWall(zone, "2026-11-21", 600);
const voice = (language: "de" | "en") => voiceOf({ language, zone, currency: "EUR", now });

describe("a date of birth", () => {
  it.each([
    ["1985-03-14", "1985-03-14"],
    ["14.03.1985", "1985-03-14"],
    ["14.3.85", "1985-03-14"],
    ["14. März 1985", "1985-03-14"],
    ["Ich bin am 1. Januar 2004 geboren", "2004-01-01"],
    ["March 14, 1985", "1985-03-14"],
    ["vierzehnter dritter fünfundachtzig", "1985-03-14"],
    ["am vierzehnten März neunzehnhundertfünfundachtzig", "1985-03-14"],
    ["erster Januar zweitausendvier", "2004-01-01"],
    ["fourteenth of March nineteen eighty-five", "1985-03-14"],
    ["March 14th, 1985", "1985-03-14"],
    ["the twenty first of May two thousand and five", "2005-05-21"],
    ["31. Februar 1980", null],
    ["12 mar 1990", "1990-03-12"],
    ["am zwölften Jänner 1990", "1990-01-12"],
    ["weiß ich nicht", null],
  ])("is read from %s", (said, date) => {
    expect(readBirthdate(said, { thisYear: 2026 })).toBe(date);
  });
});

describe("offers in words", () => {
  const at = (date: string, minutes: number) => ({ startsAt: fromWall(zone, date, minutes) });

  it("names a day once", () => {
    const spoken = voice("de").offers([at("2026-11-26", 840), at("2026-11-26", 930), at("2026-11-27", 600)]);
    expect(spoken).toBe(
      "Donnerstag, den 26. November, um 14 Uhr oder um halb vier oder Freitag, den 27. November, um 10 Uhr",
    );
  });
});

describe("opening hours in words", () => {
  const day = (dayOfWeek: number, startTime: string, endTime: string) => ({
    dayOfWeek,
    startTime,
    endTime,
    breakStart: null,
    breakEnd: null,
  });
  const branch = (hours: PhoneBranch["hours"]) => ({ hours }) as PhoneBranch;

  it("joins days that are alike", () => {
    const hours = [
      day(2, "09:00", "19:00"),
      day(3, "09:00", "19:00"),
      day(4, "09:00", "19:00"),
      day(6, "09:30", "16:00"),
    ];
    expect(sayOpeningHours(branch(hours), voice("de"))).toBe(
      "Dienstag bis Donnerstag von 9 bis 19 Uhr, Samstag von 9:30 bis 16 Uhr",
    );
  });

  it("says a lunch break", () => {
    const hours = [{ ...day(1, "08:00", "18:00"), breakStart: "12:00", breakEnd: "13:30" }];
    expect(sayOpeningHours(branch(hours), voice("en"))).toBe("Monday from 8 a.m. to noon and from 1:30 p.m. to 6 p.m.");
  });

  it("needs no hours where it is always open", () => {
    const open = branch([0, 1, 2, 3, 4, 5, 6].map((weekday) => day(weekday, "00:00", "24:00")));
    expect(sayOpeningHours(open, voice("de"))).toBe("Montag bis Sonntag rund um die Uhr");
    expect(sayOpeningHours(open, voice("en"))).toBe("Monday to Sunday around the clock");
    expect(sayOpeningHours(branch([day(5, "18:00", "24:00")]), voice("en"))).toBe("Friday from 6 p.m. to midnight");
  });

  it("says nothing of a place without hours", () => {
    expect(sayOpeningHours(branch([]), voice("de"))).toBeNull();
  });
});

describe("what a question is about", () => {
  it.each([
    ["Wann habt ihr heute offen?", "hours"],
    ["Wo kann ich parken?", "parking"],
    ["Wie ist die Adresse?", "address"],
    ["Was kostet ein Haarschnitt?", "price"],
    ["How much is a haircut?", "price"],
    ["When do you open on Saturdays?", "hours"],
    ["Is there parking nearby?", "parking"],
    ["Wie komme ich mit dem Bus zu Ihnen?", "parking"],
    ["Where are you?", "address"],
    ["Unter welcher Nummer erreiche ich Sie?", "phone"],
    ["What's your phone number?", "phone"],
    ["Wer arbeitet bei Ihnen?", "staff"],
    ["Who works there?", "staff"],
    ["Welche Leistungen haben Sie?", "services"],
    ["Which treatments do you have?", "services"],
    ["Erzählen Sie mal", null],
  ])("%s", (said, topic) => {
    expect(topicOf(said)).toBe(topic);
  });
});

describe("a match", () => {
  it("is taken when it stands out, asked about when it does not", () => {
    expect(
      decide([
        { id: "a", confidence: 0.9 },
        { id: "b", confidence: 0.6 },
      ]),
    ).toEqual({ id: "a" });
    expect(
      decide([
        { id: "a", confidence: 0.8 },
        { id: "b", confidence: 0.78 },
      ]),
    ).toEqual({ among: ["a", "b"] });
    expect(decide([{ id: "a", confidence: 0.6 }])).toEqual({ among: ["a"] });
    expect(decide([])).toBeNull();
  });
});

describe("the provider's addresses", () => {
  it("are those of the list, and this machine", () => {
    expect(isAllowedAddress("203.0.113.9", undefined)).toBe(true);
    expect(isAllowedAddress("203.0.113.9", "100.20.5.228, 203.0.113.9")).toBe(true);
    expect(isAllowedAddress("127.0.0.1", "100.20.5.228")).toBe(true);
    expect(isAllowedAddress("203.0.113.9", "100.20.5.228")).toBe(false);
    expect(isAllowedAddress(undefined, "100.20.5.228")).toBe(false);
  });

  it("may be a range, everybody, or whoever is not of the public internet", () => {
    expect(isAllowedAddress("198.51.100.7", "198.51.100.0/24")).toBe(true);
    expect(isAllowedAddress("203.0.113.9", "*")).toBe(true);
    for (const own of ["10.0.0.3", "172.17.0.1", "192.168.1.4", "fd00::7", "::1", "::ffff:10.0.0.3"])
      expect(isAllowedAddress(own, "100.20.5.228,private")).toBe(true);
    for (const stranger of ["8.8.8.8", "2001:4860:4860::8888", "no address", ""])
      expect(isAllowedAddress(stranger, "100.20.5.228,private")).toBe(false);
    expect(isAllowedAddress("10.0.0.3", "100.20.5.228")).toBe(false);
  });
});
