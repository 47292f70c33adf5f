import { fold } from "../fold";
import type { Token, TokenKind } from "./tokens";

export interface Found<T> {
  value: T;
  next: number;
}

/** Recognises something that begins at a token, and says where it ends. */
export interface Rule<T> {
  (tokens: readonly Token[], at: number): Found<T> | null;
  /**
   * What it can begin with, where it begins with nothing else: words, and kinds of tokens. Whoever has many rules asks only
   * those that may fit.
   */
  starts?: Starts | undefined;
  /** What it can begin with, where it may also find nothing and be content. */
  opens?: Starts | undefined;
}

type Starts = ReadonlySet<string>;

type Beginning = Pick<Rule<unknown>, "starts" | "opens">;

/** How a kind stands among the words: no word has such a sign. */
const KEYS = {
  word: "#word",
  number: "#number",
  ordinal: "#ordinal",
  clock: "#clock",
  dotted: "#dotted",
  date: "#date",
  slashed: "#slashed",
  iso: "#iso",
  mark: "#mark",
} as const satisfies Record<TokenKind, string>;

const startingWith = <T>({ starts, opens }: Beginning, rule: Rule<T>): Rule<T> =>
  Object.assign(rule, { starts, opens });

type Values<R extends Rule<unknown>[]> = { [K in keyof R]: R[K] extends Rule<infer T> ? T : never };

export function word(...texts: string[]): Rule<string> {
  const accepted = new Set(texts);
  return startingWith({ starts: accepted }, (tokens, at) => {
    const text = tokens[at]?.text;
    return text !== undefined && accepted.has(text) ? { value: text, next: at + 1 } : null;
  });
}

/** A word that stands for a value: a weekday, a month, a part of the day. */
export function lookup<T>(lexicon: ReadonlyMap<string, T>): Rule<T> {
  return startingWith({ starts: new Set(lexicon.keys()) }, (tokens, at) => {
    const value = lexicon.get(tokens[at]?.text ?? "");
    return value === undefined ? null : { value, next: at + 1 };
  });
}

/** One token of one of the kinds. */
export function token<T>(
  kinds: readonly TokenKind[],
  read: (token: Token, following: Token | undefined) => T | null,
): Rule<T> {
  return startingWith({ starts: new Set(kinds.map((kind) => KEYS[kind])) }, (tokens, at) => {
    const current = tokens[at];
    const value = current && kinds.includes(current.kind) ? read(current, tokens[at + 1]) : null;
    return value === null ? null : { value, next: at + 1 };
  });
}

export function seq<R extends Rule<unknown>[]>(...rules: R): Rule<Values<R>> {
  return startingWith(startsOf(rules), (tokens, at) => {
    const values: unknown[] = [];
    let next = at;
    for (const rule of rules) {
      const found = rule(tokens, next);
      if (!found) return null;
      values.push(found.value);
      next = found.next;
    }
    return { value: values as Values<R>, next };
  });
}

/** A sequence begins with its first part, and where that may be missing with the next one. */
function startsOf(rules: readonly Rule<unknown>[]): Beginning {
  const words = new Set<string>();
  for (const { starts, opens } of rules) {
    if (!starts && !opens) return {};
    for (const text of starts ?? opens ?? []) words.add(text);
    if (starts) return { starts: words };
  }
  return { opens: words };
}

/** The longest of several; the first one where they are equally long. */
export function either<T>(...rules: Rule<T>[]): Rule<T> {
  const starts = startsOfAny(rules);
  const keys = rules.flatMap((rule) => [...(rule.starts ?? [])]);
  const fitting = (key: string) => {
    const kinds = kindsOf(key);
    return rules.filter((rule) => !rule.starts || rule.starts.has(key) || kinds.some((kind) => rule.starts?.has(kind)));
  };
  const byKey = new Map(keys.map((key) => [key, fitting(key)]));
  const forAny = rules.filter((rule) => rule.starts === undefined);
  return startingWith(starts, (tokens, at) => {
    const current = tokens[at];
    const thatFit = (current && (byKey.get(current.text) ?? byKey.get(KEYS[current.kind]))) ?? forAny;
    let best: Found<T> | null = null;
    for (const rule of thatFit) {
      const found = rule(tokens, at);
      if (found && (!best || found.next > best.next)) best = found;
    }
    return best;
  });
}

/** The kinds of token that a text can be: letters make words. */
const kindsOf = (text: string): string[] => (/^\p{L}/u.test(text) ? [KEYS.word] : Object.values(KEYS));

function startsOfAny(rules: readonly Rule<unknown>[]): Beginning {
  if (rules.some(({ starts, opens }) => !starts && !opens)) return {};
  const all = new Set(rules.flatMap(({ starts, opens }) => [...(starts ?? opens ?? [])]));
  return rules.every(({ starts }) => starts) ? { starts: all } : { opens: all };
}

export function maybe<T>(rule: Rule<T>): Rule<T | null> {
  return startingWith<T | null>(
    { opens: rule.starts ?? rule.opens },
    (tokens, at) => rule(tokens, at) ?? { value: null, next: at },
  );
}

/** `convert` may refuse with null what only looks right (the 45th of a month). */
export function map<A, B>(rule: Rule<A>, convert: (value: A) => B | null): Rule<B> {
  return startingWith(rule, (tokens, at) => {
    const found = rule(tokens, at);
    if (!found) return null;
    const value = convert(found.value);
    return value === null ? null : { value, next: found.next };
  });
}

/** As `map`, seeing all that was said and where this ends (the token at `next` is the first behind it). */
export function mapWithin<A, B>(
  rule: Rule<A>,
  convert: (value: A, tokens: readonly Token[], next: number) => B | null,
): Rule<B> {
  return startingWith(rule, (tokens, at) => {
    const found = rule(tokens, at);
    const value = found ? convert(found.value, tokens, found.next) : null;
    return found && value !== null ? { value, next: found.next } : null;
  });
}

export function notBefore<T>(rule: Rule<T>, following: Rule<unknown>): Rule<T> {
  return startingWith(rule, (tokens, at) => {
    const found = rule(tokens, at);
    return found && !following(tokens, found.next) ? found : null;
  });
}

export function notAfter<T>(rule: Rule<T>, preceding: ReadonlySet<string>): Rule<T> {
  return startingWith(rule, (tokens, at) => (preceding.has(tokens[at - 1]?.text ?? "") ? null : rule(tokens, at)));
}

export function onlyAfter<T>(rule: Rule<T>, preceding: ReadonlySet<string>): Rule<T> {
  return startingWith(rule, (tokens, at) => (preceding.has(tokens[at - 1]?.text ?? "") ? rule(tokens, at) : null));
}

/** None to `most` of it, one behind the other. */
export function several<T>(rule: Rule<T>, most: number): Rule<T[]> {
  return startingWith({ opens: rule.starts ?? rule.opens }, (tokens, at) => {
    const value: T[] = [];
    let next = at;
    for (let found = rule(tokens, next); found && value.length < most; found = rule(tokens, next)) {
      value.push(found.value);
      next = found.next;
    }
    return { value, next };
  });
}

export function onlyBefore<T>(rule: Rule<T>, following: Rule<unknown>): Rule<T> {
  return startingWith(rule, (tokens, at) => {
    const found = rule(tokens, at);
    return found && following(tokens, found.next) ? found : null;
  });
}

/** Where all that was said, seen from there, has something that the rule itself does not take. */
export function given<T>(rule: Rule<T>, holds: (tokens: readonly Token[], at: number) => boolean): Rule<T> {
  return startingWith(rule, (tokens, at) => (holds(tokens, at) ? rule(tokens, at) : null));
}

/** Where one of the words stands not far before. */
export function shortlyAfter<T>(rule: Rule<T>, preceding: ReadonlySet<string>): Rule<T> {
  return startingWith(rule, (tokens, at) =>
    tokens.slice(Math.max(0, at - 6), at).some(({ text }) => preceding.has(text)) ? rule(tokens, at) : null,
  );
}

/** Fixed phrases, one after the other between bars ("so früh wie möglich | zeitnah"); the longest that fits. */
export function listed(texts: string): Rule<string> {
  return phrases(...texts.split("|").map((text) => fold(text.trim())));
}

export function phrases(...texts: string[]): Rule<string> {
  const byFirst = new Map<string, string[][]>();
  for (const text of texts) {
    const parts = text.split(" ");
    const first = parts[0] ?? "";
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
    );
  }
  return startingWith({ starts: new Set(byFirst.keys()) }, (tokens, at) => {
    const fits = (parts: string[]) => parts.every((part, i) => tokens[at + i]?.text === part);
    const parts = byFirst.get(tokens[at]?.text ?? "")?.find(fits);
    return parts ? { value: parts.join(" "), next: at + parts.length } : null;
  });
}
