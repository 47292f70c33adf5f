import { type SpeechLanguage, speechLanguage } from "@/server/speech/schema";

/** The language that a call is answered in: the agent's where we speak it, German everywhere else. */
export function languageOfCall(code: string | null | undefined): SpeechLanguage {
  return speechLanguage.catch("de").parse(code?.toLowerCase().split(/[-_]/)[0]);
}

/** What callers hear first while a business has no words of its own. */
export const DEFAULT_GREETING: Record<SpeechLanguage, (companyName: string) => string> = {
  de: (name) =>
    `Guten Tag, hier ist der digitale Assistent von ${name}. Unser Gespräch wird zur Bearbeitung Ihres Anliegens verschriftlicht.`,
  en: (name) =>
    `Hello, this is the digital assistant of ${name}. Our conversation is transcribed to handle your request.`,
};
