import { allLanguages } from "./languages";
import { DOT } from "./spoken-sign";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.email);
const word = (pick: (words: (typeof LANGUAGES)[number]) => readonly string[]): RegExp =>
  new RegExp(String.raw`(?:^|\s)(?:${LANGUAGES.flatMap(pick).join("|")})(?=\s|$)`);
const FORMER = word(({ former }) => former);
const CURRENT = word(({ current }) => current);
const TAKEN_BACK = word(({ corrections, insteadOf }) => [...corrections, ...insteadOf]);
/** A sign with its domain, up to the ending behind its last dot. */
const ADDRESS = new RegExp(
  String.raw`.*?(?:^|\s)@ [^@]*?(?:(?:${DOT}) [a-z]+|[a-z0-9]\.[a-z]{2,})(?: (?:${DOT}) [a-z]+)*(?=\s|$)`,
  "g",
);

/**
 * Of two addresses the one that is meant: "die alte war …, die neue ist …". Null where nothing tells which; one that was only
 * corrected stays as it was said.
 */
export function whichAddress(spoken: string, read: (one: string) => string | null): string | null {
  const all = [...spoken.matchAll(ADDRESS)].map(([one]) => one.trim());
  if (all.length < 2 || all.slice(1).some((one) => TAKEN_BACK.test(one))) return spoken;
  const tail = spoken.slice(spoken.lastIndexOf(all.at(-1) ?? "") + (all.at(-1)?.length ?? 0));
  const addresses = all.map(read);
  if (addresses.every((one) => one !== null && one === addresses[0])) return all[0] ?? null;
  if (FORMER.test(tail) || CURRENT.test(tail)) return null;
  const [one, ...others] = all.filter((said) => CURRENT.test(said) && !FORMER.test(said));
  const isTold = all.every((said) => said === one || (FORMER.test(said) && !CURRENT.test(said)));
  return one !== undefined && others.length === 0 && isTold ? one : null;
}
