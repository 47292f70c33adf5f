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

/** What was said before something was said about it: "…, also dreimal die drei"; null when nothing was. */
export function withoutRemark(text: string): string | null {
  const said = fold(text);
  return REMARK.test(said) ? said.replace(REMARK, "") : null;
}
