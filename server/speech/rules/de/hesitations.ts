import { fold } from "../fold";
import { type Token, wordToken } from "../time/tokens";
import { CARDINALS } from "./numbers";
import { WEEKDAYS } from "./words";

/** What says nothing, wherever it stands, and may stand inside what belongs together ("heute äh in einer Woche"). */
const WORDS: ReadonlySet<string> = new Set(
  "aeh aehm eh oeh oehm hm hmm mhm tja naja irgendwie halt eben vielleicht eventuell quasi sozusagen".split(" "),
);
const PHRASES: readonly string[][] =
  `glaub ich|glaube ich|sag ich mal|ich sag mal|sage ich mal|ich sage mal|denk ich|denke ich|denk ich mal
  |würd ich sagen|würde ich sagen|wenn ich das richtig sehe|was weiß ich|sag ich jetzt mal|wenn's geht|wenn es geht|wenn möglich|falls möglich|wenn's möglich ist|wenn es möglich ist|ich glaub|ich glaube|ich denk|ich denke`
    .split("|")
    .map((text) => fold(text.trim()).split(" "))
    .sort((a, b) => b.length - a.length);
const FIRSTS: ReadonlySet<string> = new Set(PHRASES.map(([first = ""]) => first));

/** "Freitag, äh, Montag", "um drei äh um vier": between two names of a day or an hour it takes the first one back. */
const TAKES_BACK: ReadonlySet<string> = new Set(["aeh", "aehm", "oeh", "oehm", "eh", "hm", "halt"]);

export function withoutHesitations(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = hesitationAt(tokens, at);
    const token = tokens[at];
    if (length === 0 && token) kept.push(token);
    else if (isBetweenNames(kept, tokens.slice(at), token)) kept.push(wordToken("lieber"));
    at += Math.max(1, length);
  }
  return kept;
}

function isBetweenNames(before: readonly Token[], behind: readonly Token[], token: Token | undefined): boolean {
  if (!TAKES_BACK.has(token?.text ?? "")) return false;
  const last = before.findLast(({ kind }) => kind !== "mark")?.text ?? "";
  const [first, second] = behind.filter(({ kind, text }) => kind !== "mark" && !TAKES_BACK.has(text));
  const [lead, name] = LEADS.has(first?.text ?? "") ? [first?.text, second?.text ?? ""] : ["", first?.text ?? ""];
  if (WEEKDAYS.has(last)) return WEEKDAYS.has(name) && name !== last;
  return lead === "um" && CARDINALS.has(last) && (CARDINALS.has(name) || /^(?:halb|viertel|dreiviertel)/.test(name));
}
const LEADS: ReadonlySet<string> = new Set(["am", "den", "der", "um"]);

function hesitationAt(tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text ?? "";
  if (WORDS.has(text)) return 1;
  if (!FIRSTS.has(text)) return 0;
  const phrase = PHRASES.find((parts) => parts.every((part, i) => tokens[at + i]?.text === part));
  return phrase?.length ?? 0;
}
