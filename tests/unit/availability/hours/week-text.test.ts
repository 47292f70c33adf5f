import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWeekText } from "@/server/availability/hours/rules/parse-week-text";
import { isSameWeek } from "@/server/availability/hours/rules/plans";
import { weekText } from "@/server/availability/hours/rules/week-text";
import { weekWords } from "@/server/availability/hours/rules/week-words";
import { randomWeek, weekOf } from "./random-week";

const de = { words: weekWords("de"), rest: "closed" } as const;
const en = { words: weekWords("en"), rest: "closed" } as const;
/** A time and its half of the day are not torn apart. */
const nbsp = (text: string) => text.replace(/ (?=[AP]M)/g, "\u00a0");
const day = (startTime: string, endTime: string) => [{ startTime, endTime, breakStart: null, breakEnd: null }];

describe("a week in words", () => {
  it("says what most days have in common, and what differs", () => {
    const nine = day("09:00", "18:00");
    const week = weekOf({ 1: nine, 2: nine, 3: nine, 4: day("09:00", "20:00"), 5: nine, 6: day("09:30", "14:00") });
    expect(weekText(week, de)).toBe("Mo–Fr 9–18, Do bis 20, Sa 9:30–14 Uhr");
    expect(weekText(week, en)).toBe(nbsp("Mon–Fri 9:00 AM–6:00 PM, Thu until 8:00 PM, Sat 9:30 AM–2:00 PM"));
  });

  it("names breaks and split shifts", () => {
    const long = [{ startTime: "08:00", endTime: "17:00", breakStart: "12:00", breakEnd: "12:45" }];
    const split = [...day("08:00", "12:00"), ...day("14:00", "18:00")];
    expect(weekText(weekOf({ 2: long, 4: split }), de)).toBe("Di 8–17 (Pause 12–12:45), Do 8–12 und 14–18 Uhr");
  });

  it("says the half of the day once where it is the same", () => {
    const split = [...day("08:00", "11:30"), ...day("12:00", "24:00")];
    expect(weekText(weekOf({ 2: split, 4: day("14:00", "18:00") }), en)).toBe(
      nbsp("Tue 8:00–11:30 AM and 12:00 PM–12:00 AM, Thu 2:00–6:00 PM"),
    );
  });

  it("says that nobody is there at all", () => {
    expect(weekText(weekOf({}), de)).toBe("geschlossen");
    expect(weekText(weekOf({}, "general"), { ...de, rest: "general" })).toBe("");
  });

  it("tells a closed day from one that is as everywhere", () => {
    const week = weekOf({ 1: day("09:00", "12:00"), 3: "closed" }, "general");
    expect(weekText(week, { ...de, rest: "general" })).toBe("Mo 9–12, Mi geschlossen");
  });
});

describe("a week that somebody types", () => {
  it.each([
    ["Montag bis Freitag 9-18 Uhr", "Mo–Fr 9–18 Uhr"],
    ["mo-fr 9 bis 18 uhr, do bis 20, sa 9.30-14", "Mo–Fr 9–18, Do bis 20, Sa 9:30–14 Uhr"],
    ["Di, Do 8:00–12:00 und 14–18", "Di, Do 8–12 und 14–18 Uhr"],
    ["Sa 0–24 Uhr", "Sa 0–24 Uhr"],
    ["Fr 18–9", null],
    ["Mo 9–18 (Pause 8–9)", null],
    ["Do bis 20", null],
    ["heute offen", null],
  ])("%s", (typed, read) => {
    const days = parseWeekText(typed, de);
    expect(days && weekText(days, de)).toBe(read);
  });
});

describe("a week that somebody types in English", () => {
  it.each([
    ["Monday to Friday 9am-6pm, Thu until 8 pm", "Mon–Fri 9:00 AM–6:00 PM, Thu until 8:00 PM"],
    ["tue 9 a.m. to 5:30 p.m.", "Tue 9:00 AM–5:30 PM"],
    ["Tue 2–6 PM", "Tue 2:00–6:00 PM"],
    ["Tue 9–6 PM (break 12–1 PM)", "Tue 9:00 AM–6:00 PM (break 12:00–1:00 PM)"],
    ["Sat 12 AM–12 AM", "Sat 12:00 AM–12:00 AM"],
    ["Tue 9–18, Sat 9–14", "Tue 9:00 AM–6:00 PM, Sat 9:00 AM–2:00 PM"],
    ["Tue 13 PM–6 PM", null],
    ["Tue 9 PM–6 AM", null],
    ["Tue 9–5", null],
  ])("%s", (typed, read) => {
    const days = parseWeekText(typed, en);
    expect(days && weekText(days, en)).toBe(read && nbsp(read));
  });

  it("is not read in German", () => expect(parseWeekText("Di 9 am–6 pm", de)).toBeNull());
});

describe("any week", () => {
  it.each(["de", "en"])("is read as it was written, in %s", (language) => {
    const words = weekWords(language);
    fc.assert(
      fc.property(
        fc.constantFrom("closed" as const, "general" as const),
        fc.infiniteStream(fc.nat()),
        (rest, numbers) => {
          const week = randomWeek(numbers, rest);
          const text = weekText(week, { words, rest });
          const read = parseWeekText(text, { words, rest });
          expect(read && isSameWeek(read, week), text).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
