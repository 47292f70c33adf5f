import { editDistance } from "../similarity";
import { type Token, wordToken } from "../time/tokens";
import { EVERY_WEEKDAY, MONTHS, PARTS, WEEKDAYS } from "./words";

const SHORTEST = 6;
/** From here on two letters may be wrong: "wensday". */
const LONG = 9;
const NAMES: readonly string[] = [
  ...[...WEEKDAYS.keys(), ...MONTHS.keys(), ...PARTS.keys()].filter((name) => name.length >= SHORTEST),
  "tomorrow",
];
const KNOWN: ReadonlySet<string> = new Set([...NAMES, ...EVERY_WEEKDAY.keys()]);

/** A day, a month or a part of the day with a letter too many, too few, swapped or wrong: "thrusday", "afternon". */
export function mended(token: Token): Token {
  const { kind, text } = token;
  if (kind !== "word" || text.length < SHORTEST || KNOWN.has(text)) return token;
  const slips = NAMES.flatMap((name) => slipFrom(name, text) ?? []).sort((a, b) => a.wrong - b.wrong);
  const [best, next] = slips;
  return best && best.wrong !== next?.wrong ? wordToken(best.name) : token;
}

function slipFrom(name: string, text: string): { name: string; wrong: number } | null {
  const most = name.length >= LONG ? 2 : 1;
  if (name[0] !== text[0] || Math.abs(text.length - name.length) > most) return null;
  const wrong = editDistance(text, name);
  return wrong <= most ? { name, wrong } : null;
}
