import type { SpeechLanguage } from "../schema";
import { understandEmail } from "./understand-email";
import { understandPhone } from "./understand-phone";

interface Contact {
  phone: string | null;
  email: { email: string; confidence: number } | null;
  /** What was said besides. */
  rest: string;
}

const WRITTEN_EMAIL = /\S+@\S+\.\p{L}{2,}/u;
const SPOKEN_EMAIL = /\b(?:meine |my )?e-?mail(?:[\s-]?add?resse?)?\b.*$/iu;
/** At least six digits in a row, however they are grouped. */
const WRITTEN_NUMBER = /(?:\+|\b)\d(?:[\s/()-]{0,2}\d){5,}/u;
const SPOKEN_NUMBER = /\b(?:(?:meine |die |my |the )?(?:telefon|handy|mobil|phone )?(?:nummer|number)\b)([^.;!?]*)/iu;

/** A telephone number and an e-mail address in the middle of a sentence, and the sentence without them. */
export function contactIn(text: string, options: { country: string; language: SpeechLanguage }): Contact {
  const email = emailIn(text, options);
  const spoken = email ? text.replace(email.words, " ") : text;
  const phone = phoneIn(spoken, options);
  return {
    phone: phone?.e164 ?? null,
    email: email && { email: email.email, confidence: email.confidence },
    rest: (phone ? spoken.replace(phone.words, " ") : spoken).trim(),
  };
}

function emailIn(text: string, { language }: { language: SpeechLanguage }) {
  const words = WRITTEN_EMAIL.exec(text)?.[0] ?? SPOKEN_EMAIL.exec(text)?.[0];
  const read = words ? understandEmail(words, { language }) : null;
  return words && read && "email" in read ? { ...read, words } : null;
}

function phoneIn(text: string, options: { country: string; language: SpeechLanguage }) {
  const written = WRITTEN_NUMBER.exec(text)?.[0];
  const spoken = SPOKEN_NUMBER.exec(text);
  for (const words of [written, spoken?.[0]]) {
    const read = words ? understandPhone(words, options) : null;
    if (words && read && "e164" in read) return { e164: read.e164, words };
  }
  return null;
}
