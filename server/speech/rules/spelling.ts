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
  n: "nordpol norbert nathan nuernberg november nikolaus",
  o: "otto oskar offenbach oscar",
  p: "paula peter potsdam papa",
  q: "quelle quickborn quebec",
  r: "richard rostock romeo rosa",
  s: "samuel siegfried sierra salzwedel",
  t: "theodor tuebingen tango toni",
  u: "ulrich unna uniform",
  v: "viktor victor voelklingen vogel",
  w: "wilhelm wuppertal whiskey",
  x: "xanthippe xaver xanten xray",
  y: "ypsilon",
  z: "zacharias zeppelin zwickau zuerich zulu",
  ä: "aerger umlaut-a",
  ö: "oekonom oesterreich umlaut-o",
  ü: "uebermut uebel umlaut-u",
  ß: "eszett",
  sch: "schule schwerin",
  ch: "charlotte",
};

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALPHABETS).flatMap(([letter, words]) =>
    words.split(" ").map((word): [string, string] => [word, letter]),
  ),
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
    .replace(/([aou])[ -]umlaut|umlaut[ -]([aou])/g, (_, a, b) => `umlaut-${a ?? b}`)
    .split(/[\s,.;]+|-(?=[a-z](?:-|$|\s))/)
    .filter((word) => word !== "");
  let best = "";
  let run = "";
  let count = 0;
  for (let i = 0; i < words.length; ) {
    const found = letterAt(words, i);
    run = found ? run + found.letter : "";
    count = found ? count + 1 : 0;
    if (count >= 2 && run.length > best.length) best = run;
    i = found?.next ?? i + 1;
  }
  return best === "" ? null : best.charAt(0).toLocaleUpperCase("de") + best.slice(1);
}

interface Spelled {
  letter: string;
  next: number;
}

function letterAt(words: readonly string[], at: number): Spelled | null {
  const word = words[at] ?? "";
  if (/^doppel-?[a-z]$/.test(word)) return { letter: word.slice(-1).repeat(2), next: skipLike(words, at + 1) };
  if (word === "doppel" || word === "zweimal") {
    const found = letterAt(words, at + 1);
    return found && { letter: found.letter.repeat(2), next: found.next };
  }
  const single = /^[a-z]$/.test(word) ? word : (UMLAUTS.get(word) ?? null);
  // "V wie Vogel", "M wie Mutter": whatever the word, the letter was said.
  if (single) return { letter: single, next: skipLike(words, at + 1) };
  const coded = LETTERS.get(word);
  return coded ? { letter: coded, next: at + 1 } : null;
}

function skipLike(words: readonly string[], at: number): number {
  if (words[at] === "wie" || words[at] === "as" || words[at] === "for") return at + 2;
  return words[at] === "like" || (words[at] === "as" && words[at + 1] === "in") ? at + 2 : at;
}
