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

/** What sounds like an hour, where only an hour can stand: "at for pm". */
const SOUNDS: ReadonlyMap<string, string> = new Map([
  ["for", "four"],
  ["to", "two"],
  ["too", "two"],
  ["ate", "eight"],
  ["won", "one"],
]);
const ENDS_HOUR: ReadonlySet<string> = new Set(["pm", "am", "p", "o'clock", "oclock", "thirty"]);
/** Of these none changes what it stands beside by being said twice: "a quarter to, uh, quarter to six". */
const REPEATED: ReadonlySet<string> = new Set(
  "at on in from until till by around about the a i quarter half can could to".split(" "),
);

/** What a recogniser wrote in two words ("to day"), by its sound, or twice as it was said. */
export function asMeant(tokens: readonly Token[]): Token[] {
  return withoutRepeats(tokens).flatMap((token, at, all): Token[] => {
    const [before, next] = [all[at - 1]?.text, all[at + 1]?.text ?? ""];
    if (token.text === "to" && before !== "day" && (next === "day" || next === "morrow"))
      return [wordToken(`to${next}`)];
    if ((token.text === "day" || token.text === "morrow") && before === "to" && all[at - 2]?.text !== "day") return [];
    if (token.text === "o" && next === "clock") return [wordToken("o'clock")];
    if (token.text === "clock" && before === "o") return [];
    const hour = before === "at" && ENDS_HOUR.has(next) ? SOUNDS.get(token.text) : undefined;
    return hour ? [wordToken(hour)] : [token];
  });
}

const CORRECTS: ReadonlySet<string> = new Set(["sorry", "no", "mean", "meant"]);
const isHalf = (text: string | undefined): boolean => text === "am" || text === "pm";

/** "Two thirty am tomorrow, sorry, pm": the half of the day is corrected, not the hour. */
export function inMendedHalf(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex(
    ({ text }, i) => i > 1 && isHalf(text) && tokens.slice(i - 2, i).some((before) => CORRECTS.has(before.text)),
  );
  const said = tokens.slice(0, Math.max(at, 0)).findLastIndex(({ text }) => isHalf(text));
  const half = tokens[at];
  if (!half || said < 0 || said > at - 2) return [...tokens];
  return [...tokens.with(said, half).slice(0, at), ...tokens.slice(at + 1)];
}

const MOST_REPEATED = 2;
function withoutRepeats(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    kept.push(token);
    for (let length = MOST_REPEATED; length > 0; length--) {
      const last = kept.slice(-length);
      const before = kept.slice(-2 * length, -length);
      const isSame = before.length === length && last.every(({ text }, i) => text === before[i]?.text);
      // "To to four" may have been "two to four".
      const isSafe = last.every(({ text }) => REPEATED.has(text)) && !(length === 1 && token.text === "to");
      if (isSame && isSafe) kept.splice(-length);
    }
  }
  return kept;
}

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
