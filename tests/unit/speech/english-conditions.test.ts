import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";

const ZONE = "Europe/Berlin";
/** Tuesday. */
const NOW = fromWall(ZONE, "2026-11-24", minutesOf("10:00"));
const OPEN_LONG = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: "06:00", closes: "22:00" }));
const hear = (text: string) => understandTime(text, { now: NOW, zone: ZONE, language: "en" });
const asks = (text: string) => hear(text).ask !== undefined;
/** Without a question, and as something that is said plainly. */
function expectSame(said: string, plainly: string) {
  const { ranges, exclude, ask } = hear(said);
  expect({ said, ranges, exclude, ask }).toEqual({ said, ranges: hear(plainly).ranges, exclude: [], ask: undefined });
}

const DAYS = ["wednesday", "tomorrow", "friday", "the 3rd of december"];
const TAKEN = ["doesn't work", "isn't possible", "is full", "is taken"];

describe("an English caller who says if", () => {
  it.each(DAYS.flatMap((day) => TAKEN.map((taken) => [day, taken])))(
    "wishes for the first day first: if %s %s",
    (day, taken) => {
      const both = [...hear(day).ranges, ...hear("monday at three").ranges].sort((a, b) => a.from - b.from);
      for (const said of [`if ${day} ${taken} then monday at three`, `${day} if that ${taken} monday at three`])
        expect({ said, ...hear(said) }).toMatchObject({ said, ranges: both, exclude: [] });
      expect(asks(`if ${day} ${taken} then monday at three`)).toBe(false);
    },
  );

  it("is asked where only the caller will know", () => {
    expect(asks("if it rains on wednesday then thursday")).toBe(true);
    expect(asks("if my wife works on friday then saturday otherwise friday")).toBe(true);
    expect(asks("if you have something on friday then at ten")).toBe(false);
    expect(asks("if it's possible on friday then at ten")).toBe(false);
  });

  it("gives one day of several another time and is asked", () => {
    expect(asks("thursday to saturday but friday only after three")).toBe(true);
    expect(asks("every day except sunday after five")).toBe(true);
    expect(asks("not monday but wednesday only after three")).toBe(false);
    expect(asks("monday and tuesday but wednesday only till noon")).toBe(false);
    expectSame("thursday unless it's before eleven", "thursday from eleven");
  });
});

describe("an English caller whose time is none", () => {
  it.each(["at sixty thirty", "twenty five o'clock", "at 8 60", "twenty four thirty", "five before half nine", "p m"])(
    "is asked: %s",
    (time) => {
      expect(asks(`friday ${time}`)).toBe(true);
      expect(asks(`could I come ${time} on friday`)).toBe(true);
    },
  );

  it("is asked about half an hour that is German, about a series and about what is counted from it", () => {
    expect(asks("friday at half eleven uhr")).toBe(true);
    expectSame("friday at halb elf uhr", "friday at 10:30");
    expect(asks("every friday at six for the next four weeks")).toBe(true);
    expect(asks("weekly on friday at ten")).toBe(true);
    expect(asks("my wife has hers on friday at ten can i have the one after")).toBe(true);
    expect(asks("friday, i can be there by half eleven")).toBe(true);
    expect(asks("over tomorrow at ten")).toBe(true);
    expect(asks("today in eight days")).toBe(true);
    expectSame("friday in eight days", "friday week");
    expect(asks("this time next week")).toBe(true);
    expect(asks("ten to eleven on friday")).toBe(true);
    expectSame("friday at ten to eleven", "friday at 10:50");
    expect(asks("i leave on friday at ten so thursday")).toBe(true);
    expectSame("in two weeks from friday", "friday in two weeks");
    expectSame("i'm here for two weeks from monday", "from monday for two weeks");
    expect(asks("after the summer holidays")).toBe(true);
  });

  it("is asked for the half of the day where it is open in both", () => {
    const at = (text: string) => understandTime(text, { now: NOW, zone: ZONE, language: "en", hours: OPEN_LONG });
    expect(at("saturday eight to ten").ask).toContain("8 a.m. or 8 p.m.");
    expect(at("saturday eight to ten in the morning").ask).toBeUndefined();
    expect(at("saturday three to five").ask).toBeUndefined();
    expect(at("today eight to nine").ask).toBeUndefined();
    expectSame("friday at eight pm or nine", "friday at eight pm or nine pm");
    expectSame("friday at eleven am or one", "friday at eleven am or 13:00");
  });
});

describe("an English caller who tells", () => {
  it("when not is not taken at that time", () => {
    expect(asks("i'm at work on friday until two")).toBe(true);
    expect(asks("it doesn't have to be this week")).toBe(true);
    expect(asks("it shouldn't be a friday")).toBe(true);
    expect(asks("friday at ten oh no that's my birthday saturday")).toBe(true);
    expect(asks("friday ten for me and eleven for my wife")).toBe(true);
    expect(asks("the first or was it the second of december")).toBe(true);
    expect(asks("the last two days of next week")).toBe(true);
    expectSame("on or before the tenth of december", "until the tenth of december");
    expectSame("on or after the tenth of december", "from the tenth of december");
    expect(hear("anything next week bar monday").exclude).toEqual(hear("next monday").ranges);
    expectSame("i'm on nights this week so next week", "next week");
    expect(hear("any tuesday but the fifteenth of december").exclude).toEqual(hear("the 15th of december").ranges);
  });
});

describe("what a recogniser does to English", () => {
  it("writes a word in two, by its sound or twice", () => {
    expectSame("at two to day", "at two today");
    expectSame("friday at for p m", "friday at four pm");
    expectSame("a quarter to uh quarter to six on friday", "quarter to six on friday");
    expectSame("friday two thirty am sorry pm", "friday two thirty pm");
    expectSame("friday two to to four", "friday two to four");
    expectSame("seven tonight", "tonight at seven");
    expectSame("half three this afternoon", "today at half past three in the afternoon");
    expectSame("twenty first or twenty second of december", "the 21st or the 22nd of december");
    expectSame("december sixth seventh or eighth at four", "december 6th or december 7th or december 8th at four");
    expectSame("it can wait until friday", "from friday");
    expect(hear("next week except the weekend").exclude).toEqual(
      hear("from the 5th of December to the 6th of December").ranges,
    );
  });
});
