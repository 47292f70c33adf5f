import { allLanguages } from "./languages";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.email);
const anyOf = (pick: (words: (typeof LANGUAGES)[number]) => readonly string[]): string =>
  LANGUAGES.flatMap(pick)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

const SIGNS = LANGUAGES.flatMap(({ symbols }) => Object.values(symbols))
  .flatMap((words) => words.split(" "))
  .join("|");
const LEADS = new RegExp(String.raw`^.*\b(?:${anyOf(({ leads }) => leads)})\s+`);
const TALK = new RegExp(String.raw`^(?:${anyOf(({ talk }) => talk)})\s+(?!(?:${SIGNS}|\.|-|_|@)(?:\s|$))(?=\S)`);
const ARTICLE = new RegExp(String.raw`^(?:${anyOf(({ articles }) => articles)})\s+(?=\S)`);
const SIGN_IN = new RegExp(String.raw`\s(?:${SIGNS})\s`);
const SENTENCES = anyOf(({ sentence }) => sentence);
const SENTENCE = new RegExp(String.raw`(?:^|\s)(?:${SENTENCES})\s+(?!(?:${SIGNS}|\.)\s)\S`);
const SENTENCE_ONLY = new RegExp(`^(?:${SENTENCES})$`);
const REFUSED = new RegExp(String.raw`(?:^|\s)(?:${anyOf(({ refusals }) => refusals)})\s`);
const IMPOSSIBLE = new RegExp(String.raw`(?:^|\s)(?:${anyOf(({ impossible }) => impossible)})(?=\s|$)`);

/** What leads up to an address is no part of it: "Moment mal, und zwar …"; null where it is open where the address begins. */
export function withoutTalk(local: string): string | null {
  if (REFUSED.test(local) || IMPOSSIBLE.test(local)) return null;
  let rest = local.replace(LEADS, "");
  // "Tom Dot Berry, that's B E R R Y": behind a sign nothing leads up to an address any more.
  if (SIGN_IN.test(local.slice(0, local.length - rest.length))) return null;
  let isTalk = rest !== local;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(TALK, "");
    isTalk ||= rest !== before;
    // "Ja die lautet", but "die Maus" may be what it begins with.
    const behind = rest.replace(ARTICLE, "");
    if (behind !== rest && TALK.test(behind)) rest = behind;
  }
  return (isTalk && (ARTICLE.test(rest) || SENTENCE_ONLY.test(rest))) || SENTENCE.test(rest) ? null : rest;
}
