import { randomBytes } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** The largest multiple of 62 in a byte: what lies above would make the first letters likelier. */
const FAIR = 248;

/** Letters and digits, each as likely as any other: near 6 bits a character, and a double click selects all of it. */
export function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) if (byte < FAIR && text.length < length) text += LETTERS[byte % 62];
  }
  return text;
}
