import type { SpeechLanguage } from "../schema";
import { fold } from "./fold";
import { allLanguages } from "./languages";

/** The language a sentence is most likely in, for whoever was not told; the first one, German, when nothing tells. */
export function detectLanguage(text: string): SpeechLanguage {
  const certain = allLanguages().find(({ contacts }) => contacts.unmistakable?.test(text));
  if (certain) return certain.code;
  const said = fold(text).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const counted = allLanguages().map(({ code, contacts: { telling } }) => {
    return { code, count: said.filter((word) => telling.has(word)).length };
  });
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).code;
}
