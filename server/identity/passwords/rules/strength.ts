import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { GERMAN_WORDS } from "./german-words";
import { isOrdinary } from "./ordinary";

/** 0 is guessed at once, 4 by nobody; from 3 on it is a password. */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;
export const MIN_PASSWORD_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * How hard it is to guess for somebody who knows these things about the person: their name, address, company.
 * The browser loads this file, with its lists, when a new password is typed; the server decides by the same file.
 */
export function scorePassword(password: string, about: readonly string[] = []): PasswordScore {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, german: GERMAN_WORDS },
    graphs: adjacencyGraphs,
  });
  const known = knownWords(about);
  const { score } = estimator.check(password, known);
  return isOrdinary(password, known) ? (Math.min(score, 1) as PasswordScore) : score;
}

/** "Salon Lindner" is known as a whole, without its space, and by each word. */
function knownWords(about: readonly string[]): string[] {
  const words = about.flatMap((fact) => {
    const parts = fact.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return [fact.toLowerCase(), parts.join(""), ...parts];
  });
  return [...new Set(words)].filter((word) => word.length > 2);
}
