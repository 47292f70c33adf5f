import { fold } from "./fold";

/** The telephone alphabet people know with its Austrian and Swiss variants, the city names of DIN 5009:2022, ICAO's words. */
const ALPHABETS: Record<string, string> = {
  a: "anton albert anna aachen alpha alfa",
  b: "berta bernhard berlin bravo beate",
  c: "caesar chemnitz charlie christian",
  d: "dora david daniel duesseldorf delta",
  e: "emil essen echo",
  f: "friedrich fritz frankfurt foxtrot",
  g: "gustav goslar golf georg",
  h: "heinrich hamburg hotel",
  i: "ida ingelheim india isidor",
  j: "julius jakob jena juliett juliet",
  k: "kaufmann konrad karl koeln kilo kaiser",
  l: "ludwig leopold leipzig lima",
  m: "martha marie muenchen mike maria",
  n: "nordpol norbert nathan nuernberg november nikolaus niklaus",
  o: "otto oskar offenbach oscar",
  p: "paula peter potsdam papa",
  q: "quelle quickborn quebec quasi",
  r: "richard rostock romeo rosa",
  s: "samuel siegfried sierra salzwedel sophie",
  t: "theodor tuebingen tango toni",
  u: "ulrich unna uniform",
  v: "viktor victor voelklingen vogel",
  w: "wilhelm wuppertal whiskey",
  x: "xanthippe xaver xanten xray x-ray",
  y: "ypsilon yankee yverdon",
  z: "zacharias zeppelin zwickau zuerich zulu",
  ä: "aerger",
  ö: "oekonom oesterreich",
  ü: "uebermut uebel",
  ß: "eszett",
  sch: "schule schwerin",
  ch: "charlotte",
};

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALPHABETS).flatMap(([letter, words]) =>
    words.split(" ").map((word): [string, string] => [word, letter]),
  ),
);

/** The letters' own names, as recognisers write them down; most are words as well, so they count in a row of three. */
const NAMES: ReadonlyMap<string, string> = new Map(
  "be:b ce:c ze:c de:d ef:f eff:f ge:g ha:h jot:j ka:k el:l ell:l em:m emm:m en:n enn:n pe:p ku:q er:r err:r es:s ess:s te:t vau:v we:w ix:x zet:z zett:z"
    .split(" ")
    .map((pair): [string, string] => [pair.split(":")[0] ?? "", pair.split(":")[1] ?? ""]),
);

const UMLAUTS: ReadonlyMap<string, string> = new Map([
  ["ae", "ä"],
  ["oe", "ö"],
  ["ue", "ü"],
]);

/** The name spelled in a text ("S wie Siegfried, C, H …"), or null when fewer than two letters stand in a row. */
export function spelledName(text: string): string | null {
  const words = fold(text)
    .replace(/scharfes s|es-?zett/g, "eszett")
    .split(/[\s,.;]+|-(?=[a-z](?:-|$|\s))/)
    .filter((word) => word !== "");
  let best = "";
  let run: Spelled[] = [];
  for (let i = 0; i < words.length; ) {
    const found = letterAt(words, i) ?? bridge(words, i, run);
    run = found ? [...run, found] : [];
    const letters = run.map(({ letter }) => letter).join("");
    if (isSpelling(run) && letters.length > best.length) best = letters;
    i = found?.next ?? i + 1;
  }
  return best === "" ? null : best.charAt(0).toLocaleUpperCase("de") + best.slice(1);
}

interface Spelled {
  letter: string;
  next: number;
  /** Said as the letter itself, and not by a word that may be a name. */
  isPlain: boolean;
}

/** "Anna Maria Huber" spells nothing: two letters as such, or three words that stand for one. */
const isSpelling = (run: readonly Spelled[]): boolean =>
  run.length >= 3 || run.filter(({ isPlain }) => isPlain).length >= 2;

/** A word of the caller's own between two of an alphabet stands for its first letter. */
function bridge(words: readonly string[], at: number, run: readonly Spelled[]): Spelled | null {
  const word = words[at] ?? "";
  const isBetween = run.length >= 2 && word.length > 3 && letterAt(words, at + 1) !== null;
  return isBetween ? { letter: word.charAt(0), next: at + 1, isPlain: false } : null;
}

const WITH_DOTS: Record<string, string> = { a: "ä", o: "ö", u: "ü" };

function letterAt(words: readonly string[], at: number): Spelled | null {
  const word = words[at] ?? "";
  if (/^doppel-?[a-z]$/.test(word))
    return { letter: word.slice(-1).repeat(2), next: skipLike(words, at + 1), isPlain: true };
  if (word === "umlaut") {
    const found = letterAt(words, at + 1);
    const dotted = found && WITH_DOTS[found.letter];
    return dotted ? { ...found, letter: dotted } : null;
  }
  if (word === "doppel" || word === "zweimal") {
    const found = letterAt(words, at + 1);
    return found && { ...found, letter: found.letter.repeat(2) };
  }
  const single = /^[a-z]$/.test(word) ? word : (UMLAUTS.get(word) ?? null);
  // "V wie Vogel", "M wie Mutter": whatever the word, the letter was said.
  if (single) {
    const dotted = words[at + 1] === "umlaut" ? WITH_DOTS[single] : undefined;
    const next = skipLike(words, dotted ? at + 2 : at + 1);
    return { letter: dotted ?? single, next, isPlain: true };
  }
  const coded = LETTERS.get(word) ?? NAMES.get(word);
  return coded ? { letter: coded, next: at + 1, isPlain: false } : null;
}

function skipLike(words: readonly string[], at: number): number {
  if (words[at] === "as" && words[at + 1] === "in") return at + 3;
  if (words[at] === "wie" || words[at] === "as" || words[at] === "for") return at + 2;
  return words[at] === "like" ? at + 2 : at;
}
