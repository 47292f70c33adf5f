import type { SpeechLanguage } from "../schema";
import type { ContactWords } from "./contact-language";
import { germanContacts } from "./de/contact-words";
import { germanGrammar } from "./de/grammar";
import { germanVoice } from "./de/voice";
import { englishContacts } from "./en/contact-words";
import { englishGrammar } from "./en/grammar";
import { englishVoice } from "./en/voice";
import type { TimeGrammar, Voice } from "./time/language";

/** All that a language is: another one is a folder beside these, and a line here. */
export interface Language {
  grammar: TimeGrammar;
  voice: Voice;
  contacts: ContactWords;
}

const LANGUAGES: Record<SpeechLanguage, Language> = {
  de: { grammar: germanGrammar, voice: germanVoice, contacts: germanContacts },
  en: { grammar: englishGrammar, voice: englishVoice, contacts: englishContacts },
};

export function languageOf(language: SpeechLanguage): Language {
  return LANGUAGES[language];
}

export const allLanguages = (): readonly (Language & { code: SpeechLanguage })[] =>
  (Object.keys(LANGUAGES) as SpeechLanguage[]).map((code) => ({ code, ...LANGUAGES[code] }));
