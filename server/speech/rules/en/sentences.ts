import type { Doubt, Note } from "../time/reading";
import { clockWords, date, monthName, span, weekdayName, windowWords } from "./spoken-times";

/** The one question that settles a doubt. */
export function englishQuestion(doubt: Doubt, understood: string | null): string {
  switch (doubt.kind) {
    case "nothing":
      return "When would you like to come?";
    case "no-day":
      return "Which day suits you?";
    case "past":
      return "That time has already passed. When would you like to come?";
    case "no-such-date":
      return `There is no ${doubt.month ? `${doubt.day} ${monthName(doubt.month)}` : `day ${doubt.day} in the month`}. Which day do you mean?`;
    case "no-such-time":
      return "That time does not exist on that day, because the clocks go forward. What time suits you?";
    case "odd-time":
      return "I did not get the time. What time would you like to come?";
    case "weekday-mismatch":
      return `That date is not a ${weekdayName(doubt.weekday)}. Do you mean ${date(doubt.date, false)}?`;
    case "far-date":
      return `Do you mean ${date(doubt.date, true)}?`;
    case "which-day":
      return `Do you mean ${doubt.spans
        .slice(0, 3)
        .map((days) => span(days, false))
        .join(", or ")}?`;
    case "which-time":
      return `Do you mean ${doubt.minutes.map(clockWords).join(" or ")}?`;
    case "confirm":
      return understood ? `Did I get that right: ${understood}?` : "When exactly would you like to come?";
  }
}

/** What was taken for granted, to be said aloud. */
export function englishAssumption(note: Note): string {
  switch (note.kind) {
    case "day":
      return `That is ${span(note.span, false)}.`;
    case "every-day":
      return "I am looking at the next four weeks.";
    case "clock":
    case "regional":
      return closed(`I take that as ${clockWords(note.minutes)}`);
    case "window":
      return closed(`I am looking ${windowWords(note.from, note.to)}`);
  }
}

/** "3 p.m." already ends with its stop. */
const closed = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);
