import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

const compiled = new Map<string, { changedAt: number; messages: AbstractIntlMessages }>();

/** Every file of the language's folder, by its name: a context adds a file and has its namespace. */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = join(process.cwd(), "public", "locales", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const entries = await Promise.all(
    files.map(async (file) => [file.replace(/\.json$/, ""), await readOnce(join(folder, file))] as const),
  );
  return Object.fromEntries(entries);
}

/** Compiled again only when the file has changed, so that a translator sees the edit at once. */
async function readOnce(path: string): Promise<AbstractIntlMessages> {
  const changedAt = (await stat(path)).mtimeMs;
  const known = compiled.get(path);
  if (known?.changedAt === changedAt) return known.messages;
  const compiledTree = compileAll(JSON.parse(await readFile(path, "utf8")));
  // Once more through JSON: the compiler's objects have no prototype, and React sends only plain ones to the browser.
  const messages = JSON.parse(JSON.stringify(compiledTree)) as AbstractIntlMessages;
  compiled.set(path, { changedAt, messages });
  return messages;
}

/** The formatter in the browser takes compiled messages only: the parser would weigh more than all our words. */
function compileAll(node: unknown): unknown {
  if (typeof node === "string") return compile(node);
  return Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, compileAll(child)]));
}
