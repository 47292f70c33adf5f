import { AppError } from "./errors";

/** Deeper than anybody means; what writes or stores JSON recurses, and would run out of stack. */
const MAX_DEPTH = 100;

/** What a value may hold and a column of JSON may not: NUL, half a surrogate pair, a number without end. */
const SUSPECT = /\\u(?:0000|d[89a-f])|\d[eE]\+?\d{3}|\d{300}/i;
/** NUL and halves of pairs as JSON.stringify writes them; whole pairs it never escapes. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/g;

/**
 * JSON from outside as text that the database can store: what it can't hold is left out, the rest is as it came.
 * Null for what is not JSON, or is nested without end.
 */
export function storableJson(raw: string): string | null {
  return readStorable(raw)?.text ?? null;
}

/** The value of JSON from outside, as it can be stored; null also for what is not JSON. */
export function parseStorable(raw: string): unknown {
  return readStorable(raw)?.value ?? null;
}

/** Both: what `storableJson` and what `parseStorable` say of it. */
function readStorable(raw: string): { text: string; value: unknown } | null {
  if (isTooDeep(raw)) return null;
  try {
    const value: unknown = JSON.parse(raw);
    if (!SUSPECT.test(raw)) return { text: raw, value };
    const text = JSON.stringify(value).replace(UNSTORABLE, "$1");
    return { text, value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Throws for JSON that is nested deeper than anybody means, before anything walks through it. */
export function requireShallow(raw: string): void {
  if (isTooDeep(raw)) throw new AppError({ code: "VALIDATION_ERROR", reason: "too_deep" });
}

/** Whether no text in it holds what the database can't store. */
export function isStorable(value: unknown): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string" && /[\0\p{Surrogate}]/u.test(next)) return false;
    if (typeof next === "object" && next !== null)
      for (const [key, inner] of Object.entries(next)) open.push(key, inner);
  }
  return true;
}

/** Few brackets can't nest deeply: then nobody needs to look at each letter. */
const isTooDeep = (raw: string): boolean =>
  countOf(raw, "[") + countOf(raw, "{") > MAX_DEPTH && depthOf(raw) > MAX_DEPTH;

/** How often it occurs, as far as that matters. */
function countOf(raw: string, bracket: string): number {
  let count = 0;
  for (let at = raw.indexOf(bracket); at >= 0 && count <= MAX_DEPTH; at = raw.indexOf(bracket, at + 1)) count++;
  return count;
}

/** How deep its lists and objects go, brackets in strings aside. */
function depthOf(raw: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charCodeAt(at);
    if (char === QUOTE) isString = !isString;
    else if (isString) at += char === BACKSLASH ? 1 : 0;
    else if (char === OPEN_LIST || char === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
