import type { SpeechLanguage } from "../schema";
import { germanGrammar } from "./de/grammar";
import { germanVoice } from "./de/voice";
import { englishGrammar } from "./en/grammar";
import { englishVoice } from "./en/voice";
import type { TimeGrammar, Voice } from "./time/language";

const LANGUAGES: Record<SpeechLanguage, { grammar: TimeGrammar; voice: Voice }> = {
  de: { grammar: germanGrammar, voice: germanVoice },
  en: { grammar: englishGrammar, voice: englishVoice },
};

export function languageOf(language: SpeechLanguage): { grammar: TimeGrammar; voice: Voice } {
  return LANGUAGES[language];
}
