import { allLanguages } from "./languages";
import { PARTICLES } from "./settle-spelling";

const NAMES = allLanguages().map(({ contacts }) => contacts.names);

export const isGiven = (word: string): boolean =>
  NAMES.some(({ givenNames }) => givenNames.has(word.toLocaleLowerCase("de")));
const isGivenPair = (word: string): boolean => word.includes("-") && word.split("-").every(isGiven);

/** In front of such a small word they are a part of the surname, by German law. */
const NOBLE =
  /^(?:freiherr|freifrau|freiin|graf|gräfin|baron|baronin|baroness|fürst|fürstin|prinz|prinzessin|herzog|herzogin|edler|edle|ritter)$/iu;
const GERMAN_PARTICLE = /^(?:von|vom|zu|zum|zur)$/iu;
/** Those that are written large. */
const PREFIXES = /^(?:mc|mac|saint|san|st)$/iu;
/** Which of the words are the first name and which the last one, as they are written; nothing where that stays open. */
export function splitName(words: readonly string[], hasTitle: boolean): { firstName?: string; lastName?: string } {
  const end = words.at(-1);
  // "Kowalczyk, Kevin Kowalczyk", "Weiß, Weiß", without the pause.
  const twice = words.findIndex(
    (_, i) => 2 * i >= words.length && words.slice(i).join(" ") === words.slice(0, words.length - i).join(" "),
  );
  if (twice > 0 && !(words.length === 2 && isGiven(end ?? "")))
    return splitName(words.slice(words.length - twice), hasTitle);
  // "Der Huber Sepp da": which of the two is the first name stays open.
  if (end === undefined || (words.length > 1 && PARTICLES.test(end))) return {};
  // "Kranz Eva-Maria".
  if (words.length > 1 && isGivenPair(end)) {
    const { lastName } = splitName(words.slice(0, -1), true);
    return { firstName: proper(end), ...(lastName && { lastName }) };
  }
  const isSmall = (word = "") => PARTICLES.test(word) || PREFIXES.test(word);
  const isNoble = (i: number) => NOBLE.test(words[i] ?? "") && PARTICLES.test(words[i + 1] ?? "");
  const particle = words.findIndex((word, i) => isNoble(i) || (i > 0 && isSmall(word)));
  const isAllLast = isSmall(words[0]) || (hasTitle && (words.length === 1 || NOBLE.test(words[0] ?? "")));
  const cut = isAllLast ? 0 : particle >= 0 ? particle : words.length - 1;
  // "Freiherr von Knigge Adolph": which of the two behind it is the first name stays open.
  if (GERMAN_PARTICLE.test(words[cut + (NOBLE.test(words[cut] ?? "") ? 1 : 0)] ?? "") && words.length > 2)
    if (words.slice(-2).every((word) => !isSmall(word))) return {};
  const first = words.slice(0, cut).map(proper).join(" ");
  const last = words.slice(cut).map(properUnlessParticle).join(" ");
  return { ...(first && { firstName: first }), lastName: last };
}

/** "Von der Leyen" at the beginning of what is said, "Le Pen" as it is written. */
const properUnlessParticle = (word: string): string =>
  PARTICLES.test(word) && !/^(?:De|Di|Da|Dal|Del|Della|Dos|Des|Du|La|Le|El|Al|Abu|Ibn|Ben|Ten|Ter)$/.test(word)
    ? word.toLocaleLowerCase("de")
    : proper(word);

/** "müller-lüdenscheidt" with capitals; what already has one inside ("McDonald") stays. */
export function proper(word: string): string {
  const clean = word.replace(/[^\p{L}'’-]/gu, "");
  if (/\p{Ll}.*\p{Lu}|^\p{Lu}\p{Ll}/u.test(clean)) return clean;
  const lower = clean.toLocaleLowerCase("de");
  return lower.replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase("de"));
}
