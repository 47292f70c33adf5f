import { either } from "../time/grammar";
import { isoRule } from "../time/iso";
import type { TimeGrammar } from "../time/language";
import { type Token, wordToken } from "../time/tokens";
import { clockRule } from "./clock";
import { conditionRule } from "./conditions";
import { connectiveRule } from "./connectives";
import { dateRule } from "./dates";
import { dayPartRule } from "./day-parts";
import { dayRule } from "./days";
import { besideRule } from "./days-beside";
import { elsewhereRule } from "./elsewhere";
import { withoutGerman } from "./german-words";
import { halfDayRule } from "./half-days";
import { limitRule } from "./limits";
import { oddTimeRule } from "./odd-times";
import { periodRule } from "./periods";
import { reasonRule } from "./reasons";
import { refusalRule } from "./refusals";
import { asMeant, inMendedHalf, mended } from "./slips";
import { toldTimeRule } from "./told-times";
import { namedOneRule } from "./wishes";
import { EVERY_WEEKDAY, MONTHS, PARTS, PORTIONS, WEEKDAYS } from "./words";

const GLUE =
  "on at in the a an of for please maybe perhaps also just about around preferably ideally any some time sometime uh um erm hm okay " +
  "ok yes yeah hi hello well so like say i'd would it's day this that";

const TEMPORAL =
  "same every other day days week weeks weekend month months year years hour hours minute minutes quarter half later earlier next following o'clock am pm " +
  "vacation holiday school fortnight usual";

/** They say that something suits, and part nothing. */
const LIGHT =
  "works work is would be fine good great perfect best better ideal suits suit me too as also possible okay also i'm i am free could do can";

/** They say nothing wherever they stand, and may stand inside what belongs together ("the um third of December"). */
const HESITATIONS: ReadonlySet<string> = new Set("uh uhm um umm erm er ehm eh ah hm hmm mhm".split(" "));

/** "Threeish". */
const APPROXIMATE = /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)ish$/;
const POSSESSIVE = /^(?:today|tomorrow|yesterday|\w+day|week|fortnight|month)'s$/;

/** The month of May is also a verb: it counts with something of a date beside it only. */
const months = [...MONTHS.keys()].filter((text) => text !== "may" && text !== "march");
const portions = [...PORTIONS.keys()].filter((text) => text !== "start" && text !== "end");

/** "Tomorrow or the day after": the day after tomorrow. */
function afterTomorrow(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const isDayAfter =
      token.text === "after" && tokens[at - 1]?.text === "day" && !SAID_AFTER.has(tokens[at + 1]?.text ?? "");
    const named = tokens.slice(0, at - 1).findLast(({ kind, text }) => kind === "ordinal" || isDayName(text));
    return isDayAfter && named?.text === "tomorrow" ? [token, wordToken("tomorrow")] : [token];
  });
}
const SAID_AFTER: ReadonlySet<string> = new Set(["tomorrow", "that", "the", "christmas", "easter"]);
const isDayName = (text: string): boolean => text === "tomorrow" || text === "today" || WEEKDAYS.has(text);

export const englishGrammar: TimeGrammar = {
  // "Tomorrow's appointment"; what is only written with 's ("new year's", "let's") stays.
  prepare: (tokens) => {
    const hasNeither = tokens.some(({ text }) => text === "neither");
    return afterTomorrow(
      asMeant(inMendedHalf(withoutGerman(tokens).filter(({ text }) => !HESITATIONS.has(text)))).map(mended),
    ).flatMap((token) => {
      if (POSSESSIVE.test(token.text)) return [wordToken(token.text.slice(0, -2))];
      if (hasNeither && token.text === "nor") return [wordToken("and")];
      const about = APPROXIMATE.exec(token.text)?.[1];
      return about ? [wordToken(about), wordToken("ish")] : [token];
    });
  },
  rule: either(
    ...[
      isoRule,
      oddTimeRule,
      conditionRule,
      toldTimeRule,
      reasonRule,
      elsewhereRule,
      besideRule,
      refusalRule,
      namedOneRule,
      halfDayRule,
      clockRule,
      limitRule,
      dateRule,
      periodRule,
      dayRule,
      dayPartRule,
    ],
    connectiveRule,
  ),
  glue: new Set(GLUE.split(" ").filter((text) => text !== "day")),
  temporal: new Set([
    ...TEMPORAL.split(" "),
    ...WEEKDAYS.keys(),
    ...EVERY_WEEKDAY.keys(),
    ...months,
    ...PARTS.keys(),
    ...portions,
  ]),
  light: new Set(LIGHT.split(" ")),
  settledByClock: new Set(["school"]),
  subordinating: new Set("because since unless while once as although provided".split(" ")),
  fitWords: new Set(["i", "does", "do", "is", "it"]),
};
