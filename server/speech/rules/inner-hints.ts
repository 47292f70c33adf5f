import { hintsAt, isNameInstead } from "./spelling-hints";
import { writtenWith } from "./written-with";

const LONGEST_LETTERS = 2;

/** "Steven with a v Hartley": what is told of a first name stands between it and the last one. */
export function withInnerHints(clause: string): string {
  const words = clause.split(" ");
  const plain = words.map((word) => word.toLocaleLowerCase("de"));
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const read = at > 0 && !isNameInstead(plain[at + 1]) ? hintsAt(plain, at) : null;
    const isInside = read !== null && read.next < words.length && isNameLike(plain[read.next]);
    const name = written.at(-1) ?? "";
    if (isInside && name.length > LONGEST_LETTERS) written[written.length - 1] = writtenWith(name, read.hints);
    else written.push(words[at] ?? "");
    at = isInside && name.length > LONGEST_LETTERS ? read.next : at + 1;
  }
  return written.join(" ");
}

const isNameLike = (word = ""): boolean => /^\p{L}{3,}/u.test(word) && !GOES_ON.test(word);
/** Tells more of the letters, or something else. */
const GOES_ON = /^(?:und|and|aber|but|nicht|not|also|bitte|please|ich|geschrieben|sondern|wie)$/u;
