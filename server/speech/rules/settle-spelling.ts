import { colognePhonetics } from "./cologne-phonetics";
import { fold } from "./fold";

interface Parts {
  firstName?: string;
  lastName?: string;
}

/** Small words that belong to a surname. */
export const PARTICLES =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|dem|di|da|dal|del|della|dos|des|du|la|le|el|al|ibn|bin|ben|abu|ten|ter|auf|und|o')$/iu;

/** "J wie Julius, zweimal n" tells some letters. */
const VOWEL = /[aeiouy]/;
const lettersOf = (text: string): string => fold(text).replace(/[^a-z]/g, "");
const soundsLike = (one: string, other: string): boolean => {
  const code = colognePhonetics(one);
  return code.length > 1 && code === colognePhonetics(other);
};

/** A name that was heard with the one that was spelled: letters win, where they spell it and not a part of it. */
export function settleSpelling<N extends Parts>(name: N, spelled: string | null): N {
  const { firstName = "", lastName } = name;
  if (!spelled) return name;
  if (!lastName) return { ...name, lastName: spelled };
  const [letters, first, last] = [lettersOf(spelled), lettersOf(firstName), lettersOf(lastName)];
  const isRemark = !VOWEL.test(letters) && VOWEL.test(last);
  if (isRemark || letters === first + last || letters === last || isPiece(letters, lastName))
    return withUmlauts(name, spelled);
  if (first && letters.startsWith(first) && soundsLike(letters.slice(first.length), last))
    return { ...name, lastName: capital(spelled.slice(firstName.length)) };
  // "Katrin Vogt, K A T H R I N".
  if (first && soundsLike(letters, first) && !soundsLike(letters, last)) return { ...name, firstName: spelled };
  return { ...name, lastName: `${particlesOf(lastName)}${spelled}` };
}

/** The same letters, with the dots that were spelled. */
const withUmlauts = <N extends Parts>(name: N, spelled: string): N => {
  const isSame = name.lastName !== undefined && lettersOf(name.lastName) === lettersOf(spelled);
  const isParted = /[\s'’-]/.test(name.lastName ?? "");
  return isSame && !isParted ? { ...name, lastName: spelled } : name;
};

/** "Peterson, mit S O N", "Meier-Hofmann, H O F M A N N": less than half of a name is no other one. */
function isPiece(letters: string, heard: string): boolean {
  if (heard.split("-").some((part) => heard.includes("-") && lettersOf(part) === letters)) return true;
  const all = lettersOf(heard);
  const isLong = particlesOf(heard) !== "" && all.endsWith(letters);
  return all.includes(letters) && (isLong || 2 * letters.length <= all.length);
}

/** "Von der ". */
function particlesOf(name: string): string {
  const words = name.split(" ");
  const last = words.findLastIndex((word) => PARTICLES.test(word));
  return last < 0 ? "" : `${words.slice(0, last + 1).join(" ")} `;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("de") + text.slice(1);
