import { allLanguages } from "./languages";
import { understandName } from "./understand-name";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.names);
const listed = (sources: readonly string[]): string => sources.join("|");

/** How people introduce themselves in the middle of a sentence. */
const LEAD = new RegExp(String.raw`\b(?:${listed(LANGUAGES.flatMap(({ introductions }) => introductions))})\s+`, "iu");
const END = new RegExp(String.raw`[.,;!?]|\s(?=(?:${listed(LANGUAGES.flatMap(({ goesOn }) => goesOn))})\b)`, "iu");
/** "Hier ist besetzt", "this is urgent": no name begins in small letters where capitals are written at all. */
const CAPITAL = /^(?:(?:von|van|de|di|da|herr|frau|mr|mrs|ms|dr)\s+)*\p{Lu}/u;

/** The name with which somebody introduces themselves in a sentence, and the sentence without it; null when nobody does. */
export function introducedName(text: string): { name: string; rest: string } | null {
  const lead = LEAD.exec(text);
  if (!lead) return null;
  const after = text.slice(lead.index + lead[0].length);
  const words = after.slice(0, END.exec(after)?.index ?? after.length).trim();
  const isWritten = /\p{Lu}/u.test(text);
  if (!words || (isWritten && !CAPITAL.test(words)) || words.split(/\s+/).length > 5) return null;
  const { firstName, lastName } = understandName(words);
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return name ? { name, rest: `${text.slice(0, lead.index)} ${after.slice(words.length)}`.trim() } : null;
}
