import { onOneLine, renderLetter } from "@/server/core/mail/render-letter";
import type { AccountMail } from "../schema";
import type { AccountLetter, AccountWords, WriteTime } from "./account-letter";
import { german } from "./de/letters";
import { english } from "./en/letters";

const WORDS: Record<"de" | "en", AccountWords> = { de: german, en: english };

export interface AccountMailReader {
  language: "de" | "en";
  name: string | null;
  timezone: string;
  link: string | null;
}

/** A mail about an account as it goes out; the same mail is the same letter, however often it is rendered. */
export async function renderAccountMail(mail: AccountMail, { language, name, timezone, link }: AccountMailReader) {
  const { greeting, letters, footer } = WORDS[language];
  const letterOf = letters[mail.kind] as (mail: AccountMail, write: WriteTime) => AccountLetter;
  const letter = letterOf(mail, writerOf(language, timezone));
  const rendered = await renderLetter({
    language,
    sender: "AskProAI",
    preview: letter.paragraphs.join(" "),
    heading: letter.heading,
    paragraphs: [greeting(name), ...letter.paragraphs],
    facts: letter.facts.filter(({ value }) => value !== ""),
    button: letter.button && link ? { label: letter.button, link } : null,
    closing: letter.closing,
    footer: [footer],
  });
  return { subject: onOneLine(letter.subject), ...rendered };
}

function writerOf(language: "de" | "en", timeZone: string): WriteTime {
  const format = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone,
  } as Intl.DateTimeFormatOptions);
  return (iso) => format.format(new Date(iso)) + (language === "de" ? " Uhr" : "");
}
