import { fold } from "./fold";
import { allLanguages } from "./languages";
import { spokenDigits } from "./spoken-digits";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.digits);
const WRONG = LANGUAGES.flatMap(({ corrections }) => [...corrections]).join("|");
const CORRECTION = new RegExp(String.raw`\b(?:${WRONG})\b(?:[\s,.]+(?:${WRONG})\b)*`);
const RESTART = new RegExp(String.raw`^.*\b(?:${LANGUAGES.flatMap(({ restarts }) => restarts).join("|")})\b`);
const REMARK = new RegExp(String.raw`[,.]\s*(?:${LANGUAGES.flatMap(({ remarks }) => remarks).join("|")})\b.*$`);

/** So many from a nought or a plus on are a number again, and not a part of one. */
const WHOLE = /^[+0]\d{6,}$/;

/**
 * A number as it holds after "nein" and "ich fange noch mal an", where it was said again from its beginning; of "nein, neun"
 * it is open how many digits were wrong, and the answer is null.
 */
export function correctedDigits(text: string): string | null {
  const said = fold(text).replace(RESTART, "");
  const at = CORRECTION.exec(said);
  if (!at) return spokenDigits(said);
  const before = spokenDigits(said.slice(0, at.index));
  const behind = correctedDigits(said.slice(at.index + at[0].length));
  if (behind === "") return before;
  return before === "" || (behind !== null && WHOLE.test(behind)) ? behind : null;
}

const SPLITS = LANGUAGES.flatMap(({ beginnings }) => beginnings).join("|");
const BEGINNING = new RegExp(String.raw`^(.*)\b(?:${SPLITS})\b(.*)$`);
/** Of a number that was only begun ("null eins sieben sechs, Moment, null eins sieben fünf …"). */
const MOST_BEGUN = 6;

/** The number behind what says that one follows, where some other digits stand before it: "ich bin 78, meine Nummer ist …". */
export function digitsBehindTalk(text: string): string | null {
  const [, before = "", after = ""] = BEGINNING.exec(fold(text)) ?? [];
  const [told, digits] = [spokenDigits(before), correctedDigits(after)];
  return told !== "" && told.length <= MOST_BEGUN && digits !== null && WHOLE.test(digits) ? digits : null;
}

const OPEN = new RegExp(String.raw`\b(?:${LANGUAGES.flatMap(({ doubts }) => doubts).join("|")})\b`);
const OR = new RegExp(String.raw`^(.*)\b(?:${LANGUAGES.flatMap(({ or }) => or).join("|")})\b(.*)$`);
const LAST_WORDS = 3;

/** "Acht oder neun" at the end, "ohne die erste Null", "nicht auf der …": which number is meant is open. */
export function isOpenNumber(text: string): boolean {
  const said = fold(text);
  if (OPEN.test(said)) return true;
  const [, before, after = ""] = OR.exec(said) ?? [];
  const words = after
    .trim()
    .split(/[\s,.]+/)
    .filter(Boolean);
  const isDigits = words.length > 0 && words.length <= LAST_WORDS && words.every((word) => spokenDigits(word) !== "");
  return before !== undefined && isDigits && /\d$/.test(spokenDigits(before));
}

/** What was said before something was said about it: "…, also dreimal die drei"; null when nothing was. */
export function withoutRemark(text: string): string | null {
  const said = fold(text);
  return REMARK.test(said) ? said.replace(REMARK, "") : null;
}
