import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { allLanguages } from "@/server/speech/rules/languages";
import { speechLanguage } from "@/server/speech/schema";

const RULES = "server/speech/rules";
const LIST = "languages.ts";
const isOfLanguage = (file: string) => speechLanguage.options.some((code) => file.startsWith(`${code}/`));

/** What a file takes from the folder of a language. */
const imported = (file: string): string[] =>
  [...readFileSync(`${RULES}/${file}`, "utf8").matchAll(/from "([^"]+)"/g)]
    .map(([, path = ""]) => path)
    .filter((path) => speechLanguage.options.some((code) => new RegExp(`(^|/)${code}/`).test(path)));

it("is a folder for each language, known to the list of languages only", () => {
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  expect(imported(LIST).length).toBeGreaterThan(0);
  const others = files.filter((file) => file !== LIST && !isOfLanguage(file));
  expect(others.length).toBeGreaterThan(20);
  expect(others.flatMap((file) => imported(file).map((path) => `${file}: ${path}`))).toEqual([]);
});

it("takes nothing of one language for another", () => {
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter(isOfLanguage);
  expect(files.filter((file) => file.endsWith(".ts") && imported(file).length > 0)).toEqual([]);
});

it("listens to every language that is spoken", () => {
  expect(allLanguages().map(({ code }) => code)).toEqual(speechLanguage.options);
});
