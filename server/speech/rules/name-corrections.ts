import { fold } from "./fold";
import { soundsLike } from "./name-similarity";
import { isGiven } from "./split-name";
import type { SpokenName } from "./understand-name";

const ALIKE = 0.5;
const isAlike = (one: string, other: string): boolean => soundsLike(fold(one), fold(other), { atLeast: ALIKE });

const HESITATION = /(\p{L}{3,})[\s,]+(?:äh|ähm|öh)[\s,]+(\p{L}{3,})/giu;

/** "Sabine Becker, äh, Becher": a name behind a hesitation that sounds like the one before it is the same. */
export const saidAfterHesitation = (said: string): string =>
  said.replace(HESITATION, (whole, one: string, other: string) => (isAlike(one, other) ? other : whole));

/**
 * "Petra Kern, nein, Kerner": one word takes back the part of a name that sounds like it, and the rest stays; where it is open
 * which part, only what was said last is known.
 */
export function nameCorrected(before: SpokenName, after: SpokenName): SpokenName {
  const { salutation, title, firstName, lastName } = before;
  const address = { ...(salutation && { salutation }), ...(title && { title }) };
  if (after.firstName && !after.lastName) return { ...before, ...after };
  const isTold = after.firstName || after.salutation || after.title || !after.lastName || !lastName;
  if (isTold) return after.lastName && !after.salutation ? { ...address, ...after } : after;
  const word = after.lastName ?? "";
  if (!firstName) return isAlike(word, lastName) ? { ...address, ...after } : after;
  const [isLast, isFirst] = [isAlike(word, lastName), isAlike(word, firstName) || isGiven(word)];
  if (isLast && !isAlike(word, firstName)) return { ...address, firstName, lastName: word };
  return isFirst && !isLast ? { ...address, firstName: word, lastName } : after;
}
