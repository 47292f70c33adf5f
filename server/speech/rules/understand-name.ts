import type { NameWords, Salutation } from "./contact-language";
import { fold } from "./fold";
import { allLanguages } from "./languages";
import { countSpellingWords, isSpelledOnly, spelledName } from "./spelling";
import { spellingHint, writtenWith } from "./spelling-hints";

export interface SpokenName {
  lastName?: string;
  firstName?: string;
  salutation?: Salutation;
  title?: string;
}

const LANGUAGES: readonly NameWords[] = allLanguages().map(({ contacts }) => contacts.names);
const anyOf = (pick: (words: NameWords) => readonly string[]): string =>
  LANGUAGES.flatMap(pick)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
const isIn = (pick: (words: NameWords) => ReadonlySet<string>, word: string): boolean =>
  LANGUAGES.some((words) => pick(words).has(word));

const LEADS = new RegExp(String.raw`^(?:.*?[\s'])??(?:${anyOf(({ leads }) => leads)})(?:\s+|$)`, "iu");
const FILLERS = new RegExp(String.raw`^(?:${anyOf(({ fillers }) => fillers)})(?:\s+|$)`, "iu");
const TAILS = new RegExp(String.raw`\s+(?:${anyOf(({ tails }) => tails)})(?:\s.*)?$`, "iu");
const FIRST = new RegExp(String.raw`^(?:${anyOf(({ firstNameLabels }) => firstNameLabels)})\s+`, "iu");
const LAST = new RegExp(String.raw`^(?:${anyOf(({ lastNameLabels }) => lastNameLabels)})\s+`, "iu");
const BEFORE_LABEL = new RegExp(
  String.raw`\s+(?=(?:${anyOf((words) => [...words.firstNameLabels, ...words.lastNameLabels])})\s)`,
  "giu",
);
const TITLES: Readonly<Record<string, string>> = Object.assign({}, ...LANGUAGES.map(({ titles }) => titles));
const SALUTATIONS: Readonly<Record<string, Salutation>> = Object.assign(
  {},
  ...LANGUAGES.map(({ salutations }) => salutations),
);

/** What follows a doctor's title. */
const FACULTIES = /^(?:med|dent|vet|phil|jur|rer|nat|habil|ing)\.?$/iu;
/** Small words that belong to the surname. */
const PARTICLES =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|dem|di|da|dal|del|della|dos|des|du|la|le|el|al|ibn|bin|ben|abu|ten|ter|auf|und|o')$/iu;
/** Those that are written large. */
const PREFIXES = /^(?:mc|mac|saint|san|st)$/iu;
/** "Ich weiß nicht" is no name, "Katharina Weiß" is one. */
const KNOWS = /^weiß$/iu;
const BESIDE_KNOWS = /^(?:ich|nicht|es|das|nix|nichts)$/iu;

/** The parts of a name as it is said on the phone; spelled letters win over what was heard. */
export function understandName(text: string): SpokenName {
  const said = text.replace(/\s+/g, " ").trim().slice(0, 300);
  const clauses = clausesOf(said);
  const labelled = labelledName(clauses);
  const spelled = spelledName(clauses.map((clause) => spellingHint(clause)?.rest ?? clause).join(", "));
  if (labelled.firstName || labelled.lastName) return { ...labelled, ...(spelled && { lastName: spelled }) };
  const heard = clauses.map((clause) => nameIn(clause, null));
  const at = clauses.findIndex((clause) => hasName(nameIn(clause, spelled)));
  if (at < 0) return spelled ? { lastName: spelled } : {};
  const name = nameIn(clauses[at] ?? "", spelled);
  // "Bond, James Bond": said again, with more of it.
  const again = heard.slice(at + 1).find(({ lastName }) => lastName && lastName === heard[at]?.lastName);
  return again ? { ...name, ...again, ...(spelled && { lastName: spelled }) } : name;
}

const hasName = ({ lastName, firstName }: SpokenName): boolean => Boolean(lastName ?? firstName);

/** Abbreviations keep their word without the full stop, so that it ends a sentence everywhere else. */
const clausesOf = (said: string): string[] =>
  said
    .replace(/\bdipl\.?-?\s?ing\b\.?/giu, "Dipl-Ing")
    .replace(/\b(Dr|Prof|Mag|Ing|med|dent|vet|phil|jur|rer|nat|fr|hr|mr|mrs|ms|st)\./giu, "$1")
    .replace(/\s+(?:bindestrich|hyphen|dash)\s+/giu, "-")
    .replace(BEFORE_LABEL, ", ")
    .split(/[.,;:?!]+/)
    .map((clause) => clause.trim())
    .filter(Boolean);

/** "Nachname Peters, Vorname Lisa", in either order; what stands without its label is the other one. */
function labelledName(clauses: readonly string[]): SpokenName {
  const first = clauses.find((clause) => FIRST.test(clause));
  const last = clauses.find((clause) => LAST.test(clause));
  if (!first && !last) return {};
  const bare = clauses.find((clause) => clause !== first && clause !== last);
  const lastName = (last ?? bare) && nameIn((last ?? bare ?? "").replace(LAST, ""), null).lastName;
  const firstName = first && nameIn(first.replace(FIRST, ""), null).lastName;
  return { ...(firstName && { firstName }), ...(lastName && { lastName }) };
}

function nameIn(clause: string, spelled: string | null): SpokenName {
  const hint = spellingHint(clause);
  const words = wordsOf(hint?.rest ?? clause);
  const name: SpokenName = {};
  while (words[0]) {
    const plain = fold(words[0]).replace(/\.$/, "");
    const title = TITLES[plain];
    const salutation = SALUTATIONS[plain];
    if (salutation) name.salutation = salutation;
    else if (title) name.title = [name.title, title].filter(Boolean).join(" ");
    else if (!name.title || !FACULTIES.test(words[0])) break;
    words.shift();
  }
  const people = isSentence(words) || isSpelledOnly(words) ? [] : words.filter(isName).slice(0, 6);
  const parts = splitName(people, { spelled, hasTitle: Boolean(name.salutation ?? name.title) });
  if (!hint || !parts.lastName) return { ...name, ...parts };
  return { ...name, ...parts, lastName: writtenWith(parts.lastName, hint) };
}

/** The words of a clause without what introduces a name and what follows it. */
function wordsOf(clause: string): string[] {
  let rest = clause;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/^(?:ich buchstabiere|buchstabiert)\s+.*$/iu, "")
      .replace(LEADS, "")
      .replace(FILLERS, "")
      .trim();
  }
  return ` ${rest}`
    .replace(TAILS, "")
    .trim()
    .split(" ")
    .filter((word) => /\p{L}/u.test(word));
}

/** Words in small letters, and the first one in whatever letters, tell a sentence; "Anita Das" is a name. */
const isSentence = (words: readonly string[]): boolean =>
  words.some((word, at) => {
    const isWritten = at > 0 && /^\p{Lu}/u.test(word);
    return !isWritten && isIn(({ sentence }) => sentence, word.toLocaleLowerCase("de"));
  });

const isName = (word: string, at: number, words: readonly string[]): boolean =>
  !isIn(({ polite }) => polite, word.toLocaleLowerCase("de")) &&
  !(KNOWS.test(word) && [words[at - 1], words[at + 1]].some((near) => near && BESIDE_KNOWS.test(near)));

interface Hints {
  spelled: string | null;
  hasTitle: boolean;
}

function splitName(words: readonly string[], { spelled, hasTitle }: Hints): Pick<SpokenName, "firstName" | "lastName"> {
  const isSpelling = words.length > 2 && spelled !== null && spelled.length >= countSpellingWords(words);
  if (words.length === 0 || isSpelling) return spelled ? { lastName: spelled } : {};
  const particle = words.findIndex((word, i) => i > 0 && (PARTICLES.test(word) || PREFIXES.test(word)));
  const startsWithParticle = PARTICLES.test(words[0] ?? "") || PREFIXES.test(words[0] ?? "");
  const cut = startsWithParticle ? 0 : particle > 0 ? particle : hasTitle && words.length === 1 ? 0 : words.length - 1;
  const first = words.slice(0, cut).map(proper).join(" ");
  const last = words.slice(cut).map(properUnlessParticle).join(" ");
  return { ...(first && { firstName: first }), lastName: spelled ?? last };
}

const properUnlessParticle = (word: string): string =>
  PARTICLES.test(word) ? word.toLocaleLowerCase("de") : proper(word);

/** "müller-lüdenscheidt" with capitals; what already has one inside ("McDonald") stays. */
function proper(word: string): string {
  const clean = word.replace(/[^\p{L}'’-]/gu, "");
  if (/\p{Ll}.*\p{Lu}|^\p{Lu}\p{Ll}/u.test(clean)) return clean;
  const lower = clean.toLocaleLowerCase("de");
  return lower.replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase("de"));
}
