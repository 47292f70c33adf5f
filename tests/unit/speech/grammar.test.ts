import fc from "fast-check";
import { expect, test } from "vitest";
import { either, map, maybe, type Rule, seq, several, token, word } from "@/server/speech/rules/time/grammar";
import { type TokenKind, tokenise } from "@/server/speech/rules/time/tokens";

type Built = (seal: <T>(rule: Rule<T>) => Rule<T>) => Rule<unknown>;

const WORDS = ["am", "um", "zehn", "freitag", ",", "7"];
const KINDS: TokenKind[] = ["word", "number", "mark", "clock"];

/** Rules as the grammars have them, from the same parts; `seal` sees each of these. */
const { rule } = fc.letrec<{ rule: Built; rules: Built[] }>((tie) => ({
  rules: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }),
  rule: fc.oneof(
    { maxDepth: 4 },
    fc.subarray(WORDS, { minLength: 1 }).map(
      (texts): Built =>
        (seal) =>
          seal(word(...texts)),
    ),
    fc.subarray(KINDS, { minLength: 1 }).map(
      (kinds): Built =>
        (seal) =>
          seal(token(kinds, ({ text }) => text)),
    ),
    tie("rule").map(
      (inner): Built =>
        (seal) =>
          seal(maybe(inner(seal))),
    ),
    tie("rule").map(
      (inner): Built =>
        (seal) =>
          seal(several(notEmpty(inner(seal)), 2)),
    ),
    tie("rule").map(
      (inner): Built =>
        (seal) =>
          seal(map(inner(seal), (value) => [value])),
    ),
    tie("rules").map(
      (inner): Built =>
        (seal) =>
          seal(seq(...inner.map((one) => one(seal)))),
    ),
    tie("rules").map(
      (inner): Built =>
        (seal) =>
          seal(either(...inner.map((one) => one(seal)))),
    ),
  ),
}));

/** What finds nothing and is content can be found without end. */
function notEmpty(inner: Rule<unknown>): Rule<unknown> {
  const found: Rule<unknown> = (tokens, at) => {
    const any = inner(tokens, at);
    return any && any.next > at ? any : null;
  };
  return Object.assign(found, { starts: inner.starts, opens: inner.opens });
}

const known = <T>(inner: Rule<T>): Rule<T> => inner;
/** Whoever asks it can't tell what it begins with, and so has to ask it everywhere. */
const forgotten =
  <T>(inner: Rule<T>): Rule<T> =>
  (tokens, at) =>
    inner(tokens, at);

test("rules that are only asked where they may begin find what they find when they are asked everywhere", () => {
  fc.assert(
    fc.property(rule, fc.array(fc.constantFrom(...WORDS, "14:30", "und"), { maxLength: 5 }), (build, texts) => {
      const tokens = tokenise(texts.join(" "));
      const [quick, slow] = [build(known), build(forgotten)];
      for (let at = 0; at <= tokens.length; at++) expect(quick(tokens, at)).toEqual(slow(tokens, at));
    }),
    { numRuns: 2_000 },
  );
});

test("a word that starts none of the rules costs none of them", () => {
  const asked: string[] = [];
  const watched = (text: string) =>
    map(
      seq(
        maybe(word("am")),
        token(["number"], () => true),
        word(text),
      ),
      () => asked.push(text),
    );
  const rules = either(watched("uhr"), watched("tage"));
  const tokens = tokenise("dann am 3 tage");
  expect(rules(tokens, 0)).toBeNull();
  expect(rules.starts).toEqual(new Set(["am", "#number"]));
  expect(rules(tokens, 1)?.next).toBe(4);
  expect(asked).toEqual(["tage"]);
});
