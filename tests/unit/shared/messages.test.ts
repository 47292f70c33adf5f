import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { expect, it } from "vitest";
import { LOCALES } from "@/components/providers/locales";

type Tree = { [key: string]: string | Tree };

const root = join(import.meta.dirname, "../../..");
const folder = (locale: string) => join(root, "public/locales", locale);
const read = (locale: string, file: string) => JSON.parse(readFileSync(join(folder(locale), file), "utf8")) as Tree;

/** `{ "dialog.close": "Schließen" }` */
function flat(tree: Tree, prefix = ""): Record<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    return typeof value === "string" ? [[path, value] as const] : Object.entries(flat(value, `${path}.`));
  });
  return Object.fromEntries(entries);
}

const files = readdirSync(folder("de")).filter((file) => file.endsWith(".json"));
/** A word in the braces of a plural's case is no argument. */
const argumentsOf = (message: string) =>
  [
    ...new Set(
      [...message.matchAll(/(?<!(?:\b(?:one|other|true|false)|=\d+)\s*)\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name),
    ),
  ].sort();

it("has the same message files in every language", () => {
  for (const locale of LOCALES) expect(readdirSync(folder(locale)).sort()).toEqual(readdirSync(folder("de")).sort());
});

it.each(files)("says everything of %s in every language, with the same values", (file) => {
  const german = flat(read("de", file));
  for (const locale of LOCALES) {
    const translated = flat(read(locale, file));
    expect(Object.keys(translated).sort(), locale).toEqual(Object.keys(german).sort());
    for (const [key, message] of Object.entries(german)) {
      expect(argumentsOf(translated[key] ?? ""), `${locale} ${key}`).toEqual(argumentsOf(message));
    }
  }
});

it.each(files)("has only sentences in %s that can be formatted", (file) => {
  for (const locale of LOCALES) {
    for (const [key, message] of Object.entries(flat(read(locale, file)))) {
      expect(message.trim(), `${locale} ${key}`).not.toBe("");
      expect(() => compile(message), `${locale} ${key}`).not.toThrow();
    }
  }
});

/** `const text = useText("shared")` … `text("dialog.close")`: every literal key that a screen asks for. */
function keysAskedFor(source: string): { file: string; key: string }[] {
  const names = [...source.matchAll(/const (\w+) = (?:use|await get)Text\("(\w+)"\)/g)];
  return names.flatMap(([, name, file]) =>
    [...source.matchAll(new RegExp(`\\b${name}\\(\\s*"([\\w.]+)"`, "g"))].map(([, key]) => ({
      file: `${file}.json`,
      key: key ?? "",
    })),
  );
}

it("finds every word that a screen asks for", () => {
  const screens = ["app", "components"].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
      .filter((path) => /[.]tsx?$/.test(path))
      .map((path) => join(top, path)),
  );
  const asked = screens.flatMap((path) =>
    keysAskedFor(readFileSync(join(root, path), "utf8")).map((each) => ({ ...each, path })),
  );
  const missing = asked.filter(({ file, key }) => !files.includes(file) || !(key in flat(read("de", file))));
  expect(asked.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});
