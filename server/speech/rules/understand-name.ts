import { fold } from "./fold";
import { spelledName } from "./spelling";

export interface SpokenName {
  lastName?: string;
  firstName?: string;
  salutation?: "Frau" | "Herr";
  title?: string;
}

const LEADS =
  /^.*?\b(?:mein name ist|mein name wäre|ich heiße|ich heisse|der name ist|name ist|auf den namen|auf den name|hier ist|hier spricht|da ist|da spricht|termin ist für(?: (?:meine|meinen|mein|unsere|unseren)(?: kleine[nr]?)? (?:tochter|sohn|mann|frau|mutter|vater|kind|freundin|freund|oma|opa|schwester|bruder))?|für (?:meine|meinen|mein|unsere|unseren)(?: kleine[nr]?)? (?:tochter|sohn|mann|frau|mutter|vater|kind|freundin|freund|oma|opa|schwester|bruder)|am apparat ist|ich bin(?: der| die)?|my name is|i am|i'm|this is|the name is|under the name(?: of)?|it's)\s+/iu;
const TAILS =
  /\s*(?:\.|,|;|\?|!|\bam apparat\b|\bhier\b|\bist mein name\b|\bhei(?:ß|ss)e? ich\b|\bmit (?:ae|oe|ue|langem|scharfem|eszett)\b|\bmein name\b|\bund ich\b|\bich (?:möchte|hätte|würde|wollte|brauche|rufe)\b|\bguten (?:tag|morgen|abend)\b|\bmit (?:doppel|h|dt|tt|ck|ph|ai|ei|ay|ey|y|k|c|t|d|th|ss|v|f|w|z|tz|ie|umlaut|nur|zwei|einem|einfachem)\b|\bgeschrieben\b|\bwie (?:der|die|das)\b|\bbuchstabiert\b|\bspelled\b|\bwith (?:a|an|two)\b|\band i\b|\bi(?:'d| would) like\b).*$/iu;
const FILLERS =
  /^(?:hallo|ja|also|äh|ähm|guten tag|guten morgen|guten abend|grüß gott|servus|moin|hi|hello|yes|well|der|die|das|bitte|na|ähm|auf(?! de[rmn]\b))[,\s]+/iu;
const TITLES = /^(?:dr\.?|doktor|prof\.?|professor|professorin|dipl\.?-?ing\.?|mag\.?|magister|doctor)$/iu;
/** What follows a doctor's title. */
const FACULTIES = /^(?:med|dent|vet|phil|jur|rer|nat|habil|ing)\.?$/iu;
const TITLE_WORDS: Record<string, string> = {
  doktor: "Dr.",
  dr: "Dr.",
  doctor: "Dr.",
  prof: "Prof.",
  professor: "Prof.",
  professorin: "Prof.",
  mag: "Mag.",
  magister: "Mag.",
};
/** Small words that belong to the surname. */
const PARTICLES = /^(?:von|van|vom|zu|zum|zur|de|der|den|dem|di|da|del|la|le|el|al|ten|ter|auf|und|mc|o')$/iu;
const NOT_A_NAME =
  /^(?:ja|nein|termin|heute|morgen|danke|bitte|keine|ahnung|nicht|sag|egal|anonym|yes|no|appointment|ich|buchstabiere|buchstabiert|schreibt|sich|das)$/iu;

/** "Ich weiß nicht" is no name, "Katharina Weiß" is one. */
const KNOWS = /^weiß$/iu;
const BESIDE_KNOWS = /^(?:ich|nicht|es|das|nix|nichts)$/iu;

const isName = (word: string, at: number, words: readonly string[]): boolean =>
  !NOT_A_NAME.test(word) &&
  !(KNOWS.test(word) && [words[at - 1], words[at + 1]].some((near) => near && BESIDE_KNOWS.test(near)));

/** The parts of a name as it is said on the phone; spelled letters win over what was heard. */
export function understandName(text: string): SpokenName {
  const spelled = spelledName(text);
  const cleaned = strip(text.replace(/\s+/g, " ").trim().slice(0, 300));
  const words = cleaned.split(" ").filter((word) => /\p{L}/u.test(word));
  const name: SpokenName = {};
  while (words[0]) {
    const salutation = salutationOf(words[0]);
    if (salutation) name.salutation = salutation;
    else if (TITLES.test(words[0])) name.title = [name.title, titleOf(words[0])].filter(Boolean).join(" ");
    else if (!name.title || !FACULTIES.test(words[0])) break;
    words.shift();
  }
  const people = words.filter(isName).slice(0, 6);
  const parts = splitName(people, { spelled, hasTitle: Boolean(name.salutation ?? name.title) });
  const isSpeltOut = /\bmit (?:ae|oe|ue)\b/iu.test(text) && parts.lastName;
  return { ...name, ...parts, ...(isSpeltOut && { lastName: withoutUmlauts(isSpeltOut) }) };
}

/** "Müller mit ue". */
const withoutUmlauts = (name: string): string => name.replace(/[äöüÄÖÜ]/g, (letter) => UNFOLDED[letter] ?? letter);
const UNFOLDED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

function strip(text: string): string {
  const spelledFrom = text.search(/[,\s]+(?:ich buchstabiere|buchstabiert|\p{L} wie |spelled )/iu);
  let rest = spelledFrom > 0 ? text.slice(0, spelledFrom) : text;
  rest = rest.replace(LEADS, "");
  while (FILLERS.test(rest)) rest = rest.replace(FILLERS, "");
  return rest
    .replace(/\b(Dr|Prof|Dipl|Mag|Ing|med|dent|vet|phil|jur|rer|nat)\./giu, "$1")
    .replace(TAILS, "")
    .trim();
}

function salutationOf(word: string): SpokenName["salutation"] | null {
  const plain = fold(word).replace(/\.$/, "");
  if (/^(?:frau|fr|mrs|ms|miss)$/.test(plain)) return "Frau";
  return /^(?:herr|herrn|hr|mr|mister)$/.test(plain) ? "Herr" : null;
}

const titleOf = (word: string): string => TITLE_WORDS[fold(word).replace(/\.$/, "")] ?? word;

interface Hints {
  spelled: string | null;
  hasTitle: boolean;
}

function splitName(words: readonly string[], { spelled, hasTitle }: Hints): Pick<SpokenName, "firstName" | "lastName"> {
  const isSpelling = words.length > 2 && spelled !== null && spelled.length >= words.length;
  if (words.length === 0 || isSpelling) return spelled ? { lastName: spelled } : {};
  const particle = words.findIndex((word, i) => i > 0 && PARTICLES.test(word));
  const startsWithParticle = PARTICLES.test(words[0] ?? "");
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
