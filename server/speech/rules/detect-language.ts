import type { SpeechLanguage } from "../schema";
import { fold } from "./fold";
import { allLanguages } from "./languages";

const ENGLISH_ORDINAL = /\d(?:st|nd|rd|th)\b/i;

/** The language a sentence is most likely in, for whoever was not told; the first one, German, when nothing tells. */
export function detectLanguage(text: string): SpeechLanguage {
  if (ENGLISH_ORDINAL.test(text)) return "en";
  const said = fold(text).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const counted = allLanguages().map(({ code, contacts: { telling } }) => {
    return { code, count: said.filter((word) => telling.has(word)).length };
  });
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).code;
}
