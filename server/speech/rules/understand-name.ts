import type { NameWords, Salutation } from "./contact-language";
import { fold } from "./fold";
import { withInnerHints } from "./inner-hints";
import { allLanguages } from "./languages";
import { clausesOf, saidBeforeCorrection } from "./name-clauses";
import { nameCorrected, saidAfterHesitation } from "./name-corrections";
import { settleSpelling } from "./settle-spelling";
import { countSpellingWords, isSpelledOnly, spelledName, withoutSpelling } from "./spelling";
import { spellingHint } from "./spelling-hints";
import { isGiven, proper, splitName } from "./split-name";
import { writtenWith } from "./written-with";

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
/** "Ich bräuchte einen Termin, mein Name ist Klinger": whatever was said before it. */
const OWN_NAME = new RegExp(String.raw`(?:^|\s)(?:${anyOf(({ ownName }) => ownName)})\s`, "iu");
const FILLERS = new RegExp(String.raw`^(?:${anyOf(({ fillers }) => fillers)})(?:\s+|$)`, "iu");
const TAILS = new RegExp(
  String.raw`\s+(?:${anyOf(({ tails, spelledWith, spelledWithout }) => [...tails, ...spelledWith, ...spelledWithout])})(?:\s.*)?$`,
  "iu",
);
const FIRST = new RegExp(String.raw`^(?:${anyOf(({ firstNameLabels }) => firstNameLabels)})\s+`, "iu");
const LAST = new RegExp(String.raw`^(?:${anyOf(({ lastNameLabels }) => lastNameLabels)})\s+`, "iu");
const TITLES: Readonly<Record<string, string>> = Object.assign({}, ...LANGUAGES.map(({ titles }) => titles));
const SALUTATIONS: Readonly<Record<string, Salutation>> = Object.assign(
  {},
  ...LANGUAGES.map(({ salutations }) => salutations),
);

/** What follows a doctor's title. */
const FACULTIES = /^(?:med|dent|vet|phil|jur|rer|nat|habil|ing)\.?$/iu;
/** "Diplom-Kaufmann". */
const DIPLOMA = /^dipl(?:om)?-\p{L}+$/iu;
/** "Ich weiß nicht" is no name, "Katharina Weiß" is one. */
const KNOWS = /^weiß$/iu;
const BESIDE_KNOWS = /^(?:ich|nicht|es|das|nix|nichts)$/iu;

/** The parts of a name as it is said on the phone; spelled letters win over what was heard. */
export function understandName(text: string): SpokenName {
  const said = saidAfterHesitation(text.replace(/\s+/g, " ").trim().slice(0, 300));
  const before = saidBeforeCorrection(said);
  const name = nameAmong(said);
  const wrong = before === null || !hasName(name) ? null : understandName(before);
  return wrong && hasName(wrong) ? nameCorrected(wrong, name) : name;
}

function nameAmong(said: string): SpokenName {
  const clauses = clausesOf(said).map(withInnerHints);
  const spelled = spelledName(clauses.map(withoutHint).join(", "));
  const labelled = labelledName(clauses);
  if (labelled.isSpelled) return labelled.name;
  if (hasName(labelled.name)) return settleSpelling(labelled.name, spelled);
  const heard = clauses.map((clause) => nameIn(clause));
  const isNamed = (clause: string, i: number) => hasName(heard[i] ?? {}) && !spellsOnly(clause);
  const own = clauses.findIndex((clause, i) => OWN_NAME.test(clause) && isNamed(clause, i));
  const at = own >= 0 ? own : clauses.findIndex(isNamed);
  const named = heard[at];
  // "Frau, Schulz": the form of address was said by itself.
  if (!named) return { ...heard.find(({ salutation }) => salutation), ...(spelled && { lastName: spelled }) };
  // "Bond, James Bond", "Klaus, Klaus Brandner": said again, with more of it.
  const plain = nameIn(withoutHint(clauses[at] ?? ""));
  const isFirst = ({ firstName }: SpokenName) => !plain.firstName && firstName === plain.lastName;
  const again = heard
    .slice(at + 1)
    .find((name) => name.lastName && (name.lastName === plain.lastName || isFirst(name)));
  // "Nadja Brandt, Doppelname Brandt-Seidel".
  const longer = heard.slice(at + 1).find((name) => plain.lastName && name.lastName?.startsWith(`${plain.lastName}-`));
  if (longer) return settleSpelling({ ...named, lastName: longer.lastName }, spelled);
  const given = clauses.length === at + 2 ? givenName(clauses[at + 1] ?? "") : undefined;
  if (given && !named.firstName && named.lastName) return settleSpelling({ ...named, firstName: given }, spelled);
  const known = { ...named, ...again, ...(again && (isFirst(again) ? { firstName: named.lastName } : named)) };
  return settleSpelling({ ...known, ...(again && isFirst(again) && { lastName: again.lastName }) }, spelled);
}

/** "Müller, Sabine". */
const givenName = (clause: string): string | undefined => (isGiven(clause) ? proper(clause) : undefined);

/** Letters told of a name are no spelling of it; a name that was spelled in full behind "mit" is. */
function withoutHint(clause: string): string {
  const hint = spellingHint(clause);
  return hint && hint.hints.length > 0 ? hint.rest : clause;
}

/** Nothing but the words and letters that spell a name. */
function spellsOnly(clause: string): boolean {
  const words = wordsOf(withoutHint(clause));
  const spelled = words.length > 2 ? spelledName(clause) : null;
  return spelled !== null && spelled.length >= countSpellingWords(words);
}

const hasName = ({ lastName, firstName }: SpokenName): boolean => Boolean(lastName ?? firstName);

/** "Nachname Peters, Vorname Lisa", in either order; what stands without its label is the other one. */
function labelledName(clauses: readonly string[]): { name: SpokenName; isSpelled?: boolean } {
  const first = clauses.find((clause) => FIRST.test(clause));
  const last = clauses.find((clause) => LAST.test(clause));
  if (!first && !last) return { name: {} };
  const bare = nameIn(clauses.find((clause) => clause !== first && clause !== last && !spellsOnly(clause)) ?? "");
  const [said, family] = [first?.replace(FIRST, ""), last?.replace(LAST, "")];
  const isSpelled = said !== undefined && family !== undefined && spellsOnly(said) && spellsOnly(family);
  const [given, surname] = [said, family].map((clause) => (clause ? nameIn(clause) : {}));
  // "Vorname Gert Nolte", "Nachname Meier Sabine": one label for both.
  const isBoth = Boolean(family ? !said && isGiven(surname?.lastName ?? "") : !isGiven(given?.lastName ?? ""));
  const both = hasName(bare) ? undefined : family ? surname : given;
  if (isBoth && both?.firstName && both.lastName)
    return { name: family ? { ...both, firstName: both.lastName, lastName: both.firstName } : both };
  const whole = (clause: string, name: SpokenName = {}) => (isSpelled ? spelledName(clause) : wholeOf(name));
  const firstName = said ? whole(said, given) : firstOf(bare, surname?.lastName);
  const lastName = family ? whole(family, surname) : lastOf(bare, firstName);
  return { name: { ...bare, ...(firstName && { firstName }), ...(lastName && { lastName }) }, isSpelled };
}

const wholeOf = ({ firstName, lastName }: SpokenName): string | undefined =>
  [firstName, lastName].filter(Boolean).join(" ") || undefined;

/** "García López, Vorname Elena": both are the last name. */
const lastOf = ({ firstName, lastName }: SpokenName, known: string | null | undefined): string | undefined =>
  firstName && known && firstName !== known && !known.startsWith(firstName) ? `${firstName} ${lastName}` : lastName;

/** "Katherine, last name Hughes", "Lisa Peters, Nachname Peters". */
const firstOf = ({ firstName, lastName }: SpokenName, known: string | undefined): string | undefined =>
  lastName === known ? firstName : [firstName, lastName].filter(Boolean).join(" ") || undefined;

function nameIn(clause: string): SpokenName {
  const hint = spellingHint(clause);
  const words = wordsOf(hint?.rest ?? clause);
  const name: SpokenName = {};
  while (words[0]) {
    const plain = fold(words[0]).replace(/\.$/, "");
    const title = TITLES[plain] ?? (DIPLOMA.test(words[0]) ? words[0] : undefined);
    const salutation = SALUTATIONS[plain];
    if (salutation) name.salutation = salutation;
    else if (title) name.title = [name.title, title].filter(Boolean).join(" ");
    else if (!isCalling(words) && (!name.title || !FACULTIES.test(words[0]))) break;
    words.shift();
  }
  const hasTitle = Boolean(name.salutation ?? name.title);
  const unspelled = withoutSpelling(words);
  const isNone = isSentence(words) || isSpelledOnly(words) || unspelled.some(isTitle);
  const people = isNone ? [] : unspelled.filter(isName).slice(0, 8);
  const parts = splitName(people, hasTitle);
  if (!hint || !parts.lastName) return { ...name, ...parts };
  return { ...name, ...parts, lastName: writtenWith(parts.lastName, hint.hints) };
}

/** "Die Sekretärin von Doktor Braun" isn't whom she works for. */
const isTitle = (word: string): boolean => {
  const plain = fold(word);
  return plain in TITLES || plain in SALUTATIONS;
};

/** "Herr Pfarrer Lindner", "Rechtsanwältin Beer". */
const isCalling = ([word = "", ...others]: readonly string[]): boolean =>
  others.length > 0 && isIn(({ callings }) => callings, word.toLocaleLowerCase("de"));

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
