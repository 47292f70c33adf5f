import { fold } from "./fold";
import { allLanguages } from "./languages";
import { DOTS, type Hint, hintsAt, isNameInstead } from "./spelling-hints";
import { isSymbol } from "./spoken-sign";
import { writtenWith } from "./written-with";

const WITH: ReadonlySet<string> = new Set(allLanguages().flatMap(({ contacts }) => contacts.names.spelledWith));

/**
 * "Lisa mit z", "Meier mit a i": the words of one part, written as their owner says. Null where it stays open which letters
 * are meant: an address with one of them wrong is somebody else's.
 */
export function withHints(words: readonly string[]): string[] | null {
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const read = at > 0 && !isNameInstead(words[at + 1]) ? hintsAt(words, at) : null;
    const sign = signBetween(words, at);
    if (sign) written.splice(-1, 0, sign.sign);
    else if (read) {
      // "Beck, Beck mit c k".
      if (written.length > 1 && written.at(-1) === written.at(-2)) written.pop();
      const from = spelledFrom(written);
      const name = applied(written.slice(from).join(""), read.hints);
      if (name === null) return null;
      if (from === written.length - 1) written[from] = name;
    } else written.push(words[at] ?? "");
    at = sign?.next ?? read?.next ?? at + 1;
  }
  return written;
}

/** Words as short as these are signs or a provider's. */
const LONGEST_KNOWN = 3;
const KNOWN: ReadonlySet<string> = new Set(
  ["gmail", "outlook", "hotmail", "icloud", "yahoo", "freenet", "posteo", "t minus online", "t-online"].flatMap(
    (name) => ["de", "com", "net"].flatMap((ending) => [`${name} punkt ${ending}`, `${name} dot ${ending}`]),
  ),
);

/** "Lisa Punkt Beck at web Punkt de, und zwar mit z": of the only word that it can be said of. */
export function withHintBehind(
  words: readonly string[],
  { domain, tail }: { domain: readonly string[]; tail: readonly string[] },
): string[] | null {
  const at = tail.findIndex((word, i) => WITH.has(word) && hintsAt(tail, i) !== null);
  const read = at < 0 ? null : hintsAt(tail, at);
  if (!read) return [...words];
  const isOfDomain = domain
    .slice(0, -1)
    .some((word) => word.length > LONGEST_KNOWN && !isSymbol(word) && applied(word, read.hints) !== null);
  if (isOfDomain && !KNOWN.has(domain.join(" "))) return null;
  const others = words.map((word) => (word.length > 1 ? applied(word, read.hints) : null));
  const changed = others.flatMap((other, i) => (other !== null && other !== words[i] ? [i] : []));
  const isHeld = others.some((other, i) => other !== null && other === words[i]);
  if (isHeld || changed.length !== 1) return isHeld && changed.length === 0 ? [...words] : null;
  return words.map((word, i) => (changed.includes(i) ? (others[i] ?? word) : word));
}

/** Where the letters begin that were spelled before a hint; the last word where it is one. */
function spelledFrom(written: readonly string[]): number {
  let from = written.length - 1;
  while (from > 0 && written[from]?.length === 1 && /^[a-z]$/.test(written[from - 1] ?? "")) from--;
  return from;
}

function applied(name: string, hints: readonly Hint[]): string | null {
  return hints.reduce<string | null>((before, hint) => {
    if (before === null) return null;
    // Without its first letter no name is meant.
    if (hint.isLeftOut && !hint.isDouble && before.startsWith(fold(hint.letters))) return null;
    const written = fold(writtenWith(before, [hint]));
    return written !== before || isHeldBy(before, hint) ? written : null;
  }, name);
}

/** The name was heard as it is told to be written. */
function isHeldBy(name: string, { letters, isDouble, isSingle, isAtEnd, isLeftOut }: Hint): boolean {
  if (letters === DOTS) return /[aou]e/.test(name) !== isLeftOut;
  const plain = fold(letters);
  const said = isDouble ? plain.repeat(2) : plain;
  if (isLeftOut) return !name.includes(said);
  if (isSingle && name.includes(plain.repeat(2))) return false;
  return isAtEnd ? name.endsWith(said) : name.includes(said);
}

/** "Jens Peter mit Bindestrich": between the two last words. */
function signBetween(words: readonly string[], at: number): { sign: string; next: number } | null {
  const sign = WITH.has(words[at] ?? "") && at > 1 ? words[at + 1] : undefined;
  return sign !== undefined && isSymbol(sign) && at + 2 === words.length ? { sign, next: at + 2 } : null;
}
