import { allLanguages } from "./languages";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.services);
const anyOf = (pick: (words: (typeof LANGUAGES)[number]) => readonly string[]): string =>
  LANGUAGES.flatMap(pick).join("|");

const REFUSALS = anyOf(({ refusals }) => refusals);
const CLAUSES = new RegExp(
  String.raw`(?<=[,;.])|(?<!\p{L})(?<!(?:${REFUSALS})\s)(?=(?:${anyOf(({ contrasts }) => contrasts)})(?!\p{L}))`,
  "iu",
);
const REFUSING = new RegExp(`^(?:${REFUSALS})$`, "iu");
/** "Nicht nur", "keine Zeit": nothing that is offered is refused. */
const HARMLESS = new RegExp(`^(?:${anyOf(({ notRefused }) => notRefused)})$`, "iu");
const GOES_ON = new RegExp(`^(?:${anyOf(({ additions }) => additions)})$`, "iu");
const REFUSED_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf(({ refusedBefore }) => refusedBefore)})[\s.!]*$`,
  "iu",
);
const LONGEST = 3;
const PHRASES = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf(({ refusingPhrases }) => refusingPhrases)})(?!\p{L})`,
  "giu",
);
const [A_REFUSAL = ""] = LANGUAGES.flatMap(({ refusals }) => refusals);
const AGREED = new RegExp(
  String.raw`((?<!\p{L})(?:${anyOf(({ agreed }) => agreed)}))\s+(?=\p{L}.*\s(?:${anyOf(({ refusedBefore }) => refusedBefore)})[\s.!]*$)`,
  "iu",
);
const DROPPED = new RegExp(`^.*?(?:${anyOf(({ dropped }) => dropped)})`, "iu");

/** "Färben, nein warte, Strähnen": of one service another; of several it is open which. */
const INSTEAD = new RegExp(
  String.raw`^(?:(?!(?<!\p{L})(?:und|and|plus|mit|with)(?!\p{L})).)*?(?<!\p{L})(?:${anyOf(({ takenBack }) => takenBack)})[\s,]+(?=\p{L})`,
  "iu",
);
/** "Färben lieber doch nicht". */
const AFTER_ALL = /(?<!\p{L})(?:lieber doch|doch lieber|dann doch|doch) nicht(?!\p{L})/giu;
/** "Föhnen brauch ich nicht, färben schon", without its comma. */
const REFUSED_FIRST =
  /((?<!\p{L})(?:brauche?n?|will|möchte?n?|wollen) (?:ich|wir) nicht)\s+(?=\p{L}.*\s(?:schon|aber)[\s.!]*$)/iu;

/** What somebody wants done, without what they said they do not: "keine Farbe, nur Föhnen", "Schnitt ohne Föhnen". */
export function withoutRefused(text: string): string {
  const clauses = text
    .replace(PHRASES, A_REFUSAL)
    .replace(DROPPED, "")
    .replace(INSTEAD, "")
    .replace(AFTER_ALL, "nicht")
    .replace(REFUSED_FIRST, "$1, ")
    .replace(AGREED, "$1, ")
    .split(CLAUSES)
    .map((clause) => (REFUSED_BEFORE.test(clause.replace(/,\s*$/, "")) ? "" : kept(clause)));
  return clauses.join(" ").replace(/\s+/g, " ").trim();
}

/** Whether a name says itself what it goes without: then it is a name, and refuses nothing. */
export const namesRefusal = (label: string): boolean => label.split(/\s+/).some((word) => REFUSING.test(word));

function kept(clause: string): string {
  const words = clause.split(/\s+/);
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const isRefusing = REFUSING.test(words[at] ?? "") && !HARMLESS.test(bare(words[at + 1]));
    if (!isRefusing) left.push(words[at] ?? "");
    at = isRefusing ? endOf(words, at + 1) : at + 1;
  }
  return left.join(" ");
}

/** "Nicht die mit den Steinen": behind an article it is told which one is refused. */
const WHICH = /^(?:die|der|das|den|the|one)$/iu;
const WHICH_LONGEST = 5;

function endOf(words: readonly string[], from: number): number {
  const isWhich = WHICH.test(bare(words[from])) && GOES_ON.test(bare(words[from + 1]));
  const longest = isWhich ? WHICH_LONGEST : LONGEST;
  let at = isWhich ? from + 2 : from;
  while (at < words.length && at - from < longest && !GOES_ON.test(bare(words[at]))) at++;
  return at;
}

const bare = (word = ""): string => word.replace(/[^\p{L}]/gu, "");
