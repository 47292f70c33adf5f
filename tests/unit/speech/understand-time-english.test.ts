import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";

const ZONE = "Europe/Berlin";
/** Tuesday. */
const NOW = fromWall(ZONE, "2026-11-24", minutesOf("10:00"));
const hear = (text: string) => understandTime(text, { now: NOW, zone: ZONE, language: "en" });
const asks = (text: string) => hear(text).ask !== undefined;
/** Without a question, and as something that is said plainly. */
function expectSame(said: string, plainly: string) {
  expect({ said, ...{ asked: asks(said), ranges: hear(said).ranges } }).toEqual({
    said,
    asked: false,
    ranges: hear(plainly).ranges,
  });
}

describe("an English caller", () => {
  it("tells what happened, what goes on and what a day is, and is taken at the wish", () => {
    expectSame("I had an appointment on the 10th but missed it, can I come on Friday", "Friday");
    expectSame("my dog ate something on Sunday, could you see him tomorrow", "tomorrow");
    expectSame("we change the clocks on Sunday, don't we, anyway Monday at eight", "Monday at eight");
    expectSame("the 29th is a Sunday so Monday the 30th", "Monday the 30th");
    expectSame("it's been hurting since Sunday, Thursday at ten please", "Thursday at ten");
    expectSame("I'm calling about the invoice from the 3rd but need an appointment on Thursday", "Thursday");
    expect(asks("I had an appointment on the 10th")).toBe(true);
    expect(asks("I need it fixed on Thursday")).toBe(false);
  });

  it("moves an appointment that there is already, and does not book both", () => {
    expectSame(
      "I've got an appointment on Friday at ten and I'd like to change it to Monday at eleven",
      "Monday at 11",
    );
    expectSame("my appointment is on Friday at ten, can I come at eleven instead", "Friday at eleven");
    expectSame("can I move my appointment from Friday at ten to Monday at the same time", "Monday at ten");
    expectSame("I have to cancel Friday and would like Monday instead", "Monday");
    expectSame("can I swap my three o'clock on Thursday for one on Friday at two", "Friday at two");
    expectSame("I'd rather have Friday than Thursday at two", "Friday at two");
    expectSame("I'd like to cancel my appointment on Friday at three", "Friday at three");
  });

  it("sets a limit behind a time as well as in front of it", () => {
    expectSame("Friday ten o'clock at the earliest", "Friday from ten");
    expectSame("Friday by four at the latest", "Friday until four");
    expectSame("from Friday onwards", "from Friday");
    expectSame("Friday after six in the evening", "Friday from 18:00");
    expectSame("Friday before nine or after five", "Friday before 9:00 or after 17:00");
    expectSame("Friday at three or at the latest half past three", "Friday between three and half past three");
    expectSame("by the end of next week at the latest", "until the end of next week");
  });

  it("names weeks by a date in them, spans within a week, and days by the one before", () => {
    expectSame("the week of the 14th of December", "from the 14th of December to the 20th of December");
    expectSame("the week starting Monday the 14th of December", "the week of the 14th of December");
    expectSame("from Tuesday until Thursday next week", "from the 1st of December to the 3rd of December");
    expectSame("not next week, the one after, maybe Wednesday", "Wednesday the 9th of December");
    expectSame("tomorrow or the day after", "tomorrow or the day after tomorrow");
    expectSame("the last week of next month", "from the 25th of December to the 31st of December");
  });

  it("gives the time to the day that is wanted, and ties nothing by what is refused", () => {
    expectSame("Thursday not Friday at half eleven", "Thursday at half eleven");
    const { ranges } = hear("any day except Monday and Tuesday next week");
    expect(ranges).toEqual(
      ["Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].flatMap((day) => hear(`${day} next week`).ranges),
    );
  });

  it("says numbers that are no times", () => {
    expectSame("my number is 0171 2345678 and I'd like Thursday at ten", "Thursday at ten");
    expectSame("I'm at 12 Rosenstraße, Thursday at ten", "Thursday at ten");
    expectSame("can you give me one this Thursday", "Thursday");
    expectSame("half an hour on Thursday would be enough", "Thursday");
    expectSame("fifteen hundred hours on Friday", "Friday at 15:00");
    expectSame("Friday at 0900", "Friday at 9 am");
    expectSame("Friday at 15 o'clock 30", "Friday at 15:30");
    expectSame("after fifteen hours on Friday", "Friday after 15:00");
    expect(asks("after two hours on Friday")).toBe(true);
  });

  it("says a German word of time", () => {
    expectSame("am Donnerstag at three", "Thursday at three");
    expectSame("could you do übermorgen late afternoon", "the day after tomorrow late afternoon");
    expectSame("could I come am Donnerstag um zehn", "Thursday at ten");
    expectSame("morgen um halb drei please", "tomorrow at half two");
  });

  it("hesitates within what belongs together", () => {
    expectSame("on the um third of uh December at half erm two", "on the third of December at half two");
  });

  it("writes a date in the European way where only that is near, or it begins with a nought", () => {
    expectSame("10/12 at three", "10 December at three");
    expectSame("03/12 at three", "3 December at three");
    expect(asks("3/12")).toBe(true);
  });

  it("counts from what is told, and gives no reason for a wish", () => {
    expectSame("I finish at three on Thursday so any time after that", "Thursday from three");
    expectSame("Friday, but only after I finish work at half five", "Friday from half five");
    expectSame("Wednesday, since Monday is a bank holiday, at nine", "Wednesday at nine");
    expectSame("the car is from 2015, Monday please", "Monday");
    expectSame("I could drop it off on Monday and pick it up on Tuesday", "Monday");
    expectSame("any evening but Thursday next week at six", "any day but Thursday next week at six");
    expectSame("not the 8th, any other day that week", "the week of the 8th but not the 8th");
    expectSame("the first weekend in December", "from the 5th of December to the 6th of December");
  });

  it("names the middle of a part of the day, days of one month and the weekend after next", () => {
    expectSame("Thursday mid-morning", "Thursday between nine and eleven in the morning");
    expectSame("10 to 12 December", "from the 10th of December to the 12th of December");
    expectSame("the last two weeks of December", "from the 18th of December to the 31st of December");
    expectSame("the next two weeks", "within the next two weeks");
    expect(asks("Thursday at dinner time")).toBe(true);
    expectSame("January 15-18", "from the 15th of January to the 18th of January");
    expect(asks("the weekend after next")).toBe(true);
    expectSame("nine-ish on Thursday", "around nine on Thursday");
  });

  it("takes no pronoun for one o'clock", () => {
    expectSame("I'll take the Thursday one", "Thursday");
    expectSame("one on Monday at nine and one on Wednesday at ten", "Wednesday at ten or Monday at nine");
    expectSame("Thursday at one", "Thursday at 13:00");
    expectSame("one on Thursday", "Thursday at 13:00");
  });

  it("refuses what is refused", () => {
    expectSame("next week, no Mondays", "next week except Monday");
    expectSame("I have no time on Monday, Thursday at ten", "not Monday, Thursday at ten");
    expectSame("nothing before noon on Monday", "not before noon on Monday");
    expectSame("Thursday suits me, Friday doesn't", "Thursday");
    expectSame("Thursday, no, Friday", "Friday");
    expectSame("it can't be later than five on Friday", "not later than five on Friday");
    expectSame("anytime but no later than Friday", "until Friday");
    expectSame("no sooner than Friday", "no earlier than Friday");
    expect(asks("don't give me a Monday")).toBe(true);
    expect(asks("at the usual time on Monday")).toBe(true);
  });

  it("counts days from the one that is named", () => {
    expectSame("my birthday is on the 10th, I'd like to come the day before", "the 9th");
    expectSame("the day before the 10th", "the 9th");
    expectSame("one day later than the 10th", "the 11th");
    expectSame("the evening before the 10th", "the 9th in the evening");
    expectSame("the first Tuesday after the 10th", "the 15th of December");
    expectSame("the weekend before Christmas", "from the 19th of December to the 20th of December");
    expectSame("Silvester at ten", "New Year's Eve at ten");
    expectSame("a month from today", "the 24th of December");
    expectSame("December 15, 16 or 17", "the 15th of December, the 16th of December or the 17th of December");
    expect(asks("Black Friday")).toBe(true);
  });

  it("is heard in spite of a slip in a day's name", () => {
    expectSame("on thrusday afternon", "on Thursday afternoon");
    expectSame("wensday at ten", "Wednesday at ten");
    expectSame("tommorrow mornning", "tomorrow morning");
    expect(asks("the number is Frieda's")).toBe(true);
  });

  it("is asked where a word about the time was not understood", () => {
    expect(asks("around the break on Thursday")).toBe(true);
    expect(asks("around the 10th of December")).toBe(true);
    expect(asks("the second to last week of December")).toBe(true);
    expect(asks("from seven on Friday")).toBe(true);
    expect(asks("until seven on Friday")).toBe(false);
    expect(asks("I saw Julia on Thursday so any time after that")).toBe(true);
    expect(asks("tomorrow Friday at ten")).toBe(true);
    expect(asks("tomorrow Wednesday at ten")).toBe(false);
  });
});
