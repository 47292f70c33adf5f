import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, fromWall, HOUR, minutesOf, toOffsetIso } from "@/server/core/time";
import { easterSunday, nextHoliday } from "@/server/speech/rules/time/holidays";
import { understandTime } from "@/server/speech/rules/understand-time";
import { timeWish } from "@/server/speech/schema";

const ZONE = "Europe/Berlin";
const at = (date: string, time: string) => fromWall(ZONE, date, minutesOf(time));
const NOW = at("2026-11-24", "10:00");
const hear = (text: string, now = NOW) => understandTime(text, { now, zone: ZONE });
const starts = (text: string, now = NOW) =>
  hear(text, now).ranges.map(({ from }) => toOffsetIso(ZONE, from).slice(0, 16));

describe("nächsten Dienstag", () => {
  it("carries both readings while this week's is ahead, and asks", () => {
    const monday = at("2026-11-23", "10:00");
    expect(starts("nächsten Dienstag", monday)).toEqual(["2026-11-24T00:00", "2026-12-01T00:00"]);
    expect(hear("nächsten Dienstag", monday).ask).toContain(
      "Dienstag, den 24. November, oder Dienstag, den 1. Dezember",
    );
  });

  it("is next week's alone once this week's is over", () => {
    const wednesday = at("2026-11-25", "10:00");
    expect(starts("nächsten Dienstag", wednesday)).toEqual(["2026-12-01T00:00"]);
    expect(hear("nächsten Dienstag", wednesday).ask).toBeUndefined();
  });

  it("is the next one as diesen and kommenden Donnerstag", () => {
    for (const text of ["diesen Donnerstag", "kommenden Donnerstag", "am Donnerstag"]) {
      expect(starts(text)).toEqual(["2026-11-26T00:00"]);
      expect(hear(text).ask).toBeUndefined();
    }
  });

  it("asks when today's own weekday is named while the day lasts, and not after it", () => {
    expect(hear("Dienstag").ask).toBeDefined();
    expect(starts("Dienstag", at("2026-11-24", "21:00"))).toEqual(["2026-12-01T00:00"]);
  });
});

describe("days on which the clock is changed", () => {
  const march = at("2027-03-26", "10:00");
  const october = at("2027-10-29", "10:00");

  it("has no half past two in the night of March", () => {
    const wish = hear("am 28. März um halb drei nachts", march);
    expect(wish).toMatchObject({ ranges: [], confidence: 0.2 });
    expect(wish.ask).toContain("gibt es an dem Tag nicht");
    expect(hear("2027-03-28T02:30", march)).toMatchObject({ ranges: [] });
  });

  it("takes the first of two in October, unless an offset tells", () => {
    expect(hear("am 31. Oktober um halb drei nachts", october).ranges[0]?.from).toBe(
      Date.parse("2027-10-31T02:30:00+02:00"),
    );
    expect(hear("2027-10-31T02:30:00+01:00", october).ranges[0]?.from).toBe(Date.parse("2027-10-31T02:30:00+01:00"));
  });

  it("knows days of 23 and of 25 hours", () => {
    const [short] = hear("am Sonntag", march).ranges;
    const [long] = hear("am Sonntag", october).ranges;
    expect((short?.to ?? 0) - (short?.from ?? 0)).toBe(23 * HOUR);
    expect((long?.to ?? 0) - (long?.from ?? 0)).toBe(25 * HOUR);
  });

  it("keeps the wall clock on both days", () => {
    expect(starts("am Sonntag um drei", march)).toEqual(["2027-03-28T15:00"]);
    expect(starts("am Sonntag um zehn", october)).toEqual(["2027-10-31T10:00"]);
  });
});

describe("holidays", () => {
  it("knows Easter", () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2027-03-28",
      "2038-04-25",
    ]);
  });

  it("depends on the state", () => {
    const inState = (state: string, today: string) => nextHoliday("holiday", { today, state })?.first;
    expect(inState("BY", "2026-10-20")).toBe("2026-11-01");
    expect(inState("NI", "2026-10-20")).toBe("2026-10-31");
    expect(inState("BE", "2026-10-20")).toBe("2026-12-25");
    expect(inState("SN", "2026-11-10")).toBe("2026-11-18");
  });
});

describe("whatever is said", () => {
  const words = fc.constantFrom(
    ..."heute morgen Dienstag Donnerstag nächsten nächste Woche um drei halb viertel vor nach ab bis zwischen und oder nicht nein doch 31. April KW 49 3.12. 14:30 früh nachmittags in Tagen außer so wie möglich vom den dritten Uhr , . - ? 99 0 24".split(
      " ",
    ),
  );

  it("answers in the promised shape, ordered, never in the past, never sure of nothing", () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 14 }),
        fc.constantFrom("de" as const, "en" as const),
        (said, language) => {
          const wish = understandTime(said.join(" "), { now: NOW, zone: ZONE, language });
          expect(timeWish.safeParse(wish).success).toBe(true);
          for (const { from, to } of wish.ranges) expect(to >= from && to >= NOW - DAY).toBe(true);
          expect(wish.ranges.map(({ from }) => from)).toEqual(
            wish.ranges.map(({ from }) => from).toSorted((a, b) => a - b),
          );
          if (wish.ranges.length === 0) expect(wish.ask).toBeTruthy();
          if (wish.ask) expect(wish.confidence).toBeLessThan(0.7);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("survives any text, also a very long one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(timeWish.safeParse(hear(text)).success).toBe(true);
      }),
    );
    expect(hear("am Dienstag um drei oder ".repeat(5_000)).confidence).toBeLessThan(0.7);
  });

  it("asks about numbers that no calendar reaches", () => {
    const units = ["in % Tagen", "in % Wochen am Freitag", "in % Stunden", "KW %", "in den nächsten % Tagen"];
    for (const text of [...units, "Montag in % Wochen", "ab dem achten für % Tage"]) {
      const wish = hear(text.replace("%", "99999999999"));
      expect(timeWish.safeParse(wish).success, text).toBe(true);
      expect(wish.ask, text).toBeTruthy();
    }
    const options = { now: NOW, zone: ZONE, language: "en" as const };
    for (const text of ["in % days", "% weeks from Thursday", "in % weeks on Friday"])
      expect(understandTime(text.replace("%", "99999999999"), options).ask, text).toBeTruthy();
  });

  it("means the same with umlauts written out and in capitals", () => {
    for (const text of ["übermorgen um fünf", "nächste Woche früh", "am dreißigsten um zwölf"]) {
      const written = text.replaceAll("ü", "ue").replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ß", "ss");
      expect(hear(written).ranges).toEqual(hear(text).ranges);
      expect(hear(text.toUpperCase()).ranges).toEqual(hear(text).ranges);
    }
  });
});
