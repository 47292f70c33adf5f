import { type Token, wordToken } from "../time/tokens";
import { withoutHesitations } from "./hesitations";
import { CARDINALS } from "./numbers";
import { standardWords } from "./regional-forms";
import { MONTHS, PARTS, WEEKDAYS } from "./words";

const anyOf = (names: Iterable<string>): string => [...names].filter((name) => name.length > 3).join("|");

const COMPOUND = new RegExp(
  `^(heute?|heit|morgen|uebermorgen|${anyOf(WEEKDAYS.keys())})s?(frueh|morgens?|${anyOf(PARTS.keys())})$`,
);
const MONTH_WEEK = new RegExp(`^(${anyOf(MONTHS.keys())})wochen?$`);
const HALF_OF = new RegExp(`^(${anyOf(MONTHS.keys())}|monats|wochen)haelfte$`);
const PORTION_OF = new RegExp(`^(${anyOf(MONTHS.keys())})(anfang|mitte|ende)$`);
const QUARTER_COMPOUND = /^(dreiviertel|viertel|halb)(vor|nach)?([a-z]*)$/;
const HOUR_COMPOUND =
  /^(ein|zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|\w+zehn|\w*zwanzig)uhr(\w*)$/;
/** "Geht's", and as recognisers write it. */
const WITH_IT = /^(?:(geht|passt|klappt|gibt|waer|haut|ginge|koennt|haett|hab|wird)s|([a-z]+)'s)$/;

/** "Dienstagabend" and "fünfzehnuhrdreißig" are two and three words, "Donners Tag" and "mitt woch" are one. */
export function prepare(tokens: readonly Token[]): Token[] {
  const joined = joinBroken(withoutHesitations(tokens));
  const hasNeither = joined.some(({ text }) => text === "weder");
  return joined.flatMap((token, at) => {
    if (token.kind === "ordinal" && isHourAtEnd(joined, at))
      return [{ ...token, kind: "number", text: `${token.values[0]}` }];
    if (token.kind !== "word") return [token];
    // "Weder Donnerstag noch Freitag" refuses both.
    if (hasNeither && token.text === "noch") return [wordToken("und")];
    if (token.text === "so" && isDash(joined[at - 1]) && WEEKDAYS.has(joined[at - 2]?.text ?? ""))
      return [wordToken("sonntag")];
    return (takeApart(token.text) ?? standardWords(token.text))?.map(wordToken) ?? [token];
  });
}

const CLOCK_WORDS: ReadonlySet<string> = new Set(["uhr", "um", "gegen"]);
/** "Um 9 Uhr 30. Danke": the full stop ends a sentence, where no month follows. */
function isHourAtEnd(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isDate = next !== undefined && (MONTHS.has(next.text) || next.kind === "ordinal");
  return CLOCK_WORDS.has(tokens[at - 1]?.text ?? "") && /^\d+\.$/.test(tokens[at]?.text ?? "") && !isDate;
}

const isDash = (token: Token | undefined): boolean => token?.text === "-" || token?.text === "–";

function joinBroken(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const both = `${joined.at(-1)?.text ?? ""}${token.text}`;
    if (token.text.length > 2 && both !== token.text && WEEKDAYS.has(both)) joined[joined.length - 1] = wordToken(both);
    else joined.push(token);
  }
  return joined;
}

function takeApart(text: string): string[] | null {
  const day = COMPOUND.exec(text);
  if (day?.[1] && day[2]) return [day[1], day[2]];
  const month = MONTH_WEEK.exec(text)?.[1];
  if (month) return ["woche", "im", month];
  const half = HALF_OF.exec(text)?.[1];
  if (half) return half === "wochen" ? ["haelfte", "der", "woche"] : ["haelfte", half];
  const portion = PORTION_OF.exec(text);
  if (portion?.[1] && portion[2]) return [portion[2], portion[1]];
  return clockParts(text);
}

function clockParts(text: string): string[] | null {
  const [, plain, marked] = WITH_IT.exec(text) ?? [];
  if (plain || marked) return [plain ?? marked ?? "", "es"];
  const [, quarter, side, rest = ""] = QUARTER_COMPOUND.exec(text) ?? [];
  if (quarter && (side || rest) && (rest === "" || CARDINALS.has(rest)))
    return [quarter, side ?? "", rest].filter((part) => part !== "");
  const hour = HOUR_COMPOUND.exec(text);
  return hour?.[1] ? [hour[1], "uhr", ...(hour[2] ? [hour[2]] : [])] : null;
}
