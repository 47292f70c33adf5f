import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import badgeWords from "@/public/locales/de/appointments.json";
import filterWords from "@/public/locales/de/notifications.json";
import badgeWordsInEnglish from "@/public/locales/en/appointments.json";
import filterWordsInEnglish from "@/public/locales/en/notifications.json";

const folder = join(import.meta.dirname, "../../../public/locales");

/** What is never written, beside the word that is. */
const NEVER: Record<string, readonly [variant: RegExp, instead: string][]> = {
  de: [
    [/\b[Ee]-?mails?\b/, "E-Mail"],
    [/Ländervorwahl|Länderkennzahl/, "Landesvorwahl"],
    [/[Nn]icht erwünscht/, "nicht gewünscht"],
    [/\bEntfallen\b/, "Entfällt"],
    [/Stornier|storniert/, "absagen"],
    [/Niederlassung|Zweigstelle/, "Filiale"],
  ],
  en: [
    [/\b[Ee]mails?\b|\bE-Mails?\b/, "e-mail"],
    [/[Cc]ancell?ed message/, "Dropped"],
  ],
};

/** Sentences without the values that are put into them. */
function sentencesOf(tree: unknown): string[] {
  if (typeof tree === "string") return [tree.replace(/\{\w+\}/g, "")];
  return Object.values(tree as object).flatMap(sentencesOf);
}

const variantsIn = (locale: string, sentence: string) =>
  (NEVER[locale] ?? []).filter(([variant]) => variant.test(sentence)).map(([, instead]) => `${instead}: ${sentence}`);

describe.each(Object.keys(NEVER))("in %s one thing has one word", (locale) => {
  it.each(readdirSync(join(folder, locale)))("%s", (file) => {
    const tree: unknown = JSON.parse(readFileSync(join(folder, locale, file), "utf8"));
    expect(sentencesOf(tree).flatMap((sentence) => variantsIn(locale, sentence))).toEqual([]);
  });
});

it("would find a variant", () => {
  expect(variantsIn("de", "Ihre Email")).toHaveLength(1);
  expect(variantsIn("de", "Ihre E-mail mit Ländervorwahl")).toHaveLength(2);
  expect(variantsIn("de", "Ihre E-Mail")).toEqual([]);
  expect(variantsIn("en", "Your email")).toHaveLength(1);
  expect(sentencesOf("Your e-mail, {email}").flatMap((sentence) => variantsIn("en", sentence))).toEqual([]);
});

it.each([
  ["de", filterWords, badgeWords],
  ["en", filterWordsInEnglish, badgeWordsInEnglish],
])("the filter of messages says what their badge says (%s)", (_, { statuses }, { messages }) => {
  for (const status of ["sent", "failed", "cancelled", "suppressed"] as const) {
    expect(statuses[status]).toBe(messages.statuses[status]);
  }
});
