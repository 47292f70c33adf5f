import { type Clock, type Element, time } from "../time/elements";
import { either, given, map, maybe, notAfter, notBefore, type Rule, seq, word } from "../time/grammar";
import { anyClock, hour, inHalf, spokenClock } from "./clock";

const NOON = 12 * 60;
const at = (clock: Clock): Element[] => time({ kind: "at", clock });

/** "Eight pm or nine": what is named behind it is of the same half of the day, where it is later. */
const alternative: Rule<Element[]> = given(
  map(
    seq(
      maybe(word("at")),
      spokenClock,
      word("or"),
      maybe(word("at")),
      notBefore(anyClock, word("am", "pm", "a", "p", "in")),
    ),
    ([, first, , , second]): Element[] | null => {
      const later = first.exact ? inHalf(second, first.minutes >= NOON ? "pm" : "am") : null;
      return later && later.minutes > first.minutes ? [...at(first), { kind: "or" }, ...at(later)] : null;
    },
  ),
  (tokens, at) => tokens.slice(at + 1, at + FAR).some(({ text }) => text === "or"),
);
/** So many words are the longest clock time and its half of the day. */
const FAR = 8;

/** "Ten to eleven on Friday": ten minutes to eleven, or from ten to eleven. Behind "at" it is the first. */
const ANNOUNCED = new Set("at around about by for until till from after before exactly between say make".split(" "));
const minutesOrSpan: Rule<Element[]> = notAfter(
  map(
    seq(word("five", "ten", "5", "10"), word("to"), notBefore(hour, word("am", "pm", "o'clock"))),
    ([amount, , to]): Element[] | null => {
      const minutes = amount === "ten" || amount === "10" ? 10 : 5;
      if (minutes >= to) return null;
      return [...at({ minutes: to * 60 - minutes, exact: to > 12 }), { kind: "word", text: "to", temporal: true }];
    },
  ),
  ANNOUNCED,
);

export const halfDayRule: Rule<Element[]> = either(alternative, minutesOrSpan);
