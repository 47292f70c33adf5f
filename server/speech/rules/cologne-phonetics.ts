import { fold } from "./fold";

const HARD_C_AT_START = /[ahkloqrux]/;
const HARD_C = /[ahkoqux]/;

/** Kölner Phonetik (Postel, 1969): names that sound alike in German have the same code ("Meyer", "Maier": 67). */
export function colognePhonetics(text: string): string {
  const letters = fold(text)
    .replace(/ae|oe|ue/g, (vowel) => vowel[0] ?? "")
    .replace(/[^a-z]/g, "");
  let code = "";
  for (let i = 0; i < letters.length; i++) {
    const digits = digitsOf(letters[i] ?? "", { before: letters[i - 1] ?? "", after: letters[i + 1] ?? "" });
    for (const digit of digits) if (!code.endsWith(digit)) code += digit;
  }
  return (code[0] ?? "") + code.slice(1).replaceAll("0", "");
}

function digitsOf(letter: string, { before, after }: { before: string; after: string }): string {
  if ("aeijouy".includes(letter)) return "0";
  if (letter === "b") return "1";
  if (letter === "p") return after === "h" ? "3" : "1";
  if (letter === "d" || letter === "t") return /[csz]/.test(after) ? "8" : "2";
  if ("fvw".includes(letter)) return "3";
  if ("gkq".includes(letter)) return "4";
  if (letter === "c") return digitOfC(before, after);
  if (letter === "x") return /[ckq]/.test(before) ? "8" : "48";
  if (letter === "l") return "5";
  if (letter === "m" || letter === "n") return "6";
  if (letter === "r") return "7";
  return letter === "s" || letter === "z" ? "8" : "";
}

function digitOfC(before: string, after: string): string {
  if (before === "") return HARD_C_AT_START.test(after) ? "4" : "8";
  if (before === "s" || before === "z") return "8";
  return HARD_C.test(after) ? "4" : "8";
}
