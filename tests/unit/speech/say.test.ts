import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, DAY, fromWall, minutesOf, resolveWall, toLocal } from "@/server/core/time";
import { describeWish } from "@/server/speech/rules/describe-wish";
import { sayClock, sayDate, sayDuration, sayList, sayMoney, sayTime } from "@/server/speech/rules/say";
import { understandTime } from "@/server/speech/rules/understand-time";
import type { OpeningHours, SpeechLanguage } from "@/server/speech/schema";

const ZONE = "Europe/Berlin";
const NOW = fromWall(ZONE, "2026-11-24", minutesOf("10:00"));
const at = (date: string, time: string) => fromWall(ZONE, date, minutesOf(time));
const german = { zone: ZONE, language: "de", now: NOW } as const;
const english = { zone: ZONE, language: "en", now: NOW } as const;
const hours: OpeningHours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: "08:00", closes: "20:00" }));

describe("sayTime", () => {
  it.each([
    ["2026-12-08", "14:30", "Dienstag, den 8. Dezember, um halb drei"],
    ["2026-12-08", "16:15", "Dienstag, den 8. Dezember, um Viertel nach vier"],
    ["2026-12-08", "11:45", "Dienstag, den 8. Dezember, um Viertel vor zwölf"],
    ["2026-12-08", "14:20", "Dienstag, den 8. Dezember, um 14 Uhr 20"],
    ["2026-12-08", "15:00", "Dienstag, den 8. Dezember, um 15 Uhr"],
    ["2026-12-08", "07:30", "Dienstag, den 8. Dezember, um halb acht morgens"],
    ["2026-11-24", "15:30", "heute um halb vier"],
    ["2026-11-25", "15:30", "morgen, Mittwoch, den 25. November, um halb vier"],
    ["2027-11-03", "09:00", "Mittwoch, den 3. November 2027, um 9 Uhr"],
  ])("says %s %s as %j", (date, time, spoken) => {
    expect(sayTime(at(date, time), german)).toBe(spoken);
  });

  it("speaks English", () => {
    expect(sayTime(at("2026-12-08", "14:30"), english)).toBe("Tuesday, 8 December, at 2:30 p.m.");
    expect(sayTime(at("2026-11-25", "12:00"), english)).toBe("tomorrow, Wednesday, 25 November, at 12 p.m.");
  });

  it.each(["de", "en"] as const)(
    "is understood as exactly that moment for every slot of a year in business hours (%s)",
    (language) => {
      for (let days = 1; days <= 365; days++) {
        const date = addDays("2026-11-24", days);
        for (let minutes = 8 * 60; minutes < 20 * 60; minutes += 15) {
          expectHeard(fromWall(ZONE, date, minutes), language, hours);
        }
      }
    },
    60_000,
  );

  it("is understood at any quarter of an hour, day or night, without opening hours", () => {
    const slot = fc.record({ days: fc.integer({ min: 1, max: 400 }), quarter: fc.integer({ min: 0, max: 95 }) });
    fc.assert(
      fc.property(slot, fc.constantFrom<SpeechLanguage>("de", "en"), ({ days, quarter }, language) => {
        const wall = resolveWall(ZONE, addDays("2026-11-24", days), quarter * 15);
        if (wall.kind === "unique") expectHeard(wall.at, language);
      }),
      { numRuns: 500 },
    );
  });

  it("is understood in other zones and from other days", () => {
    const zones = fc.constantFrom("Europe/Vienna", "Europe/Zurich", "America/New_York", "Pacific/Auckland", "UTC");
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 300 }), (zone, start, ahead) => {
        const now = NOW + start * DAY;
        const slot = fromWall(zone, addDays(toLocal(zone, now).date, ahead), minutesOf("14:30"));
        const wish = understandTime(sayTime(slot, { zone, language: "de", now }), { zone, now });
        expect(wish.ranges).toEqual([{ from: slot, to: slot, allDay: false }]);
      }),
      { numRuns: 200 },
    );
  });
});

function expectHeard(slot: number, language: SpeechLanguage, open?: OpeningHours) {
  const spoken = sayTime(slot, { zone: ZONE, language, now: NOW });
  const wish = understandTime(spoken, { zone: ZONE, now: NOW, language, ...(open && { hours: open }) });
  if (wish.ranges.length !== 1 || wish.ranges[0]?.from !== slot || wish.ranges[0].to !== slot || wish.ask) {
    expect.fail(`"${spoken}" was heard as ${JSON.stringify(wish)}, not ${new Date(slot).toISOString()}`);
  }
}

describe("the other voices", () => {
  it("says dates and clocks", () => {
    expect(sayDate(at("2026-12-08", "14:30"), german)).toBe("Dienstag, den 8. Dezember");
    expect(sayClock(at("2026-12-08", "14:30"), german)).toBe("um halb drei");
    expect(sayClock(at("2026-12-08", "00:00"), english)).toBe("at 12 a.m.");
  });

  it("says money", () => {
    expect(sayMoney(4900, { currency: "EUR", language: "de" })).toBe("49 Euro");
    expect(sayMoney(4950, { currency: "EUR", language: "de" })).toBe("49 Euro 50");
    expect(sayMoney(100, { currency: "EUR", language: "de" })).toBe("ein Euro");
    expect(sayMoney(50, { currency: "EUR", language: "de" })).toBe("50 Cent");
    expect(sayMoney(4905, { currency: "CHF", language: "de" })).toBe("49 Franken 5");
    expect(sayMoney(4950, { currency: "EUR", language: "en" })).toBe("49 euros 50");
  });

  it("says durations", () => {
    expect([30, 45, 60, 75, 90, 120].map((minutes) => sayDuration(minutes, { language: "de" }))).toEqual([
      "eine halbe Stunde",
      "45 Minuten",
      "eine Stunde",
      "eine Stunde und 15 Minuten",
      "anderthalb Stunden",
      "2 Stunden",
    ]);
    expect(sayDuration(75, { language: "en" })).toBe("an hour and 15 minutes");
  });

  it("says lists", () => {
    expect(sayList(["a", "b", "c"], { language: "de" })).toBe("a, b oder c");
    expect(sayList(["a", "b"], { language: "en", last: "and" })).toBe("a and b");
    expect(sayList(["a"], { language: "de" })).toBe("a");
    expect(sayList([], { language: "de" })).toBe("");
  });
});

describe("describeWish", () => {
  const described = (text: string) => describeWish(understandTime(text, { now: NOW, zone: ZONE }), german);

  it.each([
    ["Donnerstag nachmittags", "Donnerstag, den 26. November, nachmittags"],
    ["morgen um drei", "Mittwoch, den 25. November, um 15 Uhr"],
    ["Freitag ab fünf", "Freitag, den 27. November, ab 17 Uhr"],
    ["Freitag zwischen zwei und vier", "Freitag, den 27. November, zwischen 14 Uhr und 16 Uhr"],
    ["so früh wie möglich", "so früh wie möglich"],
    ["am Freitag so früh wie möglich", "Freitag, den 27. November, so früh wie möglich"],
    ["Donnerstag geht nicht, Freitag schon", "Freitag, den 27. November, außer Donnerstag, den 26. November"],
    ["weiß nicht", ""],
  ])("describes %j", (text, words) => {
    expect(described(text)).toBe(words);
  });

  it("is understood again as the same days", () => {
    for (const text of ["Donnerstag nachmittags", "Mittwoch oder Freitag", "vom 3. bis 5. Dezember"]) {
      const wish = understandTime(text, { now: NOW, zone: ZONE });
      const again = understandTime(described(text), { now: NOW, zone: ZONE });
      expect(again.ranges).toEqual(wish.ranges);
    }
  });

  it("costs little: a sentence in well under a millisecond", () => {
    const spoken = "ich hätte gerne nächste Woche Donnerstag nachmittag oder Freitag ab drei einen Termin";
    const run = () => understandTime(spoken, { now: NOW, zone: ZONE, hours });
    for (let i = 0; i < 100; i++) run();
    const begin = process.cpuUsage();
    for (let i = 0; i < 400; i++) run();
    const used = process.cpuUsage(begin);
    expect((used.user + used.system) / 400).toBeLessThan(1_000);
  });
});
