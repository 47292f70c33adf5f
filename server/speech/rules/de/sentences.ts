import type { Doubt, Note } from "../time/reading";
import { MONTH_NAMES, WEEKDAY_NAMES } from "./calendar-words";
import { date, digits, span, windowWords } from "./spoken-times";

/** The one question that settles a doubt. */
export function germanQuestion(doubt: Doubt, understood: string | null): string {
  switch (doubt.kind) {
    case "nothing":
      return "Wann möchten Sie kommen?";
    case "no-day":
      return "An welchem Tag passt es Ihnen?";
    case "past":
      return "Dieser Zeitpunkt ist schon vorbei. Wann möchten Sie kommen?";
    case "no-such-date":
      return `Den ${doubt.day}.${monthName(doubt.month)} gibt es nicht. Welchen Tag meinen Sie?`;
    case "no-such-time":
      return "Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhr vorgestellt wird. Welche Uhrzeit passt Ihnen?";
    case "odd-time":
      return "Die Uhrzeit habe ich nicht verstanden. Um wie viel Uhr möchten Sie kommen?";
    case "weekday-mismatch":
      return `Der ${date(doubt.date, false).split("den ")[1]} ist kein ${WEEKDAY_NAMES[doubt.weekday]}. Meinen Sie ${date(doubt.date, false)}?`;
    case "far-date":
      return `Meinen Sie ${date(doubt.date, true)}?`;
    case "which-day":
      return `Meinen Sie ${doubt.spans
        .slice(0, 3)
        .map((days) => span(days, false))
        .join(", oder ")}?`;
    case "which-time":
      return `Meinen Sie ${doubt.minutes.map((minutes) => digits(minutes)).join(" oder ")}?`;
    case "confirm":
      return understood ? `Habe ich richtig verstanden: ${understood}?` : "Wann genau möchten Sie kommen?";
  }
}

const monthName = (month: number | undefined): string => (month ? ` ${MONTH_NAMES[month - 1] ?? `${month}.`}` : "");

/** What was taken for granted, to be said aloud. */
export function germanAssumption(note: Note): string {
  switch (note.kind) {
    case "day":
      return note.span.first === note.span.last
        ? `Das ist ${span(note.span, false)}.`
        : `Das ist von ${span(note.span, false)}.`;
    case "every-day":
      return "Ich sehe in den nächsten vier Wochen nach.";
    case "clock":
      return `Ich gehe von ${digits(note.minutes)} aus.`;
    case "regional":
      return `Das ist ${digits(note.minutes)}.`;
    case "window":
      return `Ich suche ${windowWords(note.from, note.to)}.`;
  }
}
