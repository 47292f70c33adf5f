import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

type Messages = { [key: string]: string | Messages };

const folder = (language: string) => new URL(`../../../public/locales/${language}/`, import.meta.url);

/** Every message of a language by file and key. */
function messagesOf(language: string): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (path: string, messages: Messages) => {
    for (const [key, value] of Object.entries(messages))
      if (typeof value === "string") found.set(`${path}.${key}`, value);
      else collect(`${path}.${key}`, value);
  };
  for (const file of readdirSync(folder(language)))
    collect(file, JSON.parse(readFileSync(new URL(file, folder(language)), "utf8")) as Messages);
  return found;
}

/** What a message with arguments can look like: each of its choices is one form, and what is filled in may be anything. */
export function formsOf(message: string): RegExp[] {
  return alternatives(message).map((form) => {
    const literal = form.split("\u0000").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join("[^]+?")}$`);
  });
}

const CHOICE = /^\w+, *(?:plural|select|selectordinal), *(?:offset:\d+ *)?/;

/** The message with each choice made once; arguments and numbers are the character that no message has. */
function alternatives(message: string): string[] {
  const at = message.indexOf("{");
  if (at < 0) return [message.replaceAll("#", "\u0000")];
  const end = closing(message, at);
  const [before, inner] = [message.slice(0, at).replaceAll("#", "\u0000"), message.slice(at + 1, end)];
  const after = alternatives(message.slice(end + 1));
  const middles = CHOICE.test(inner) ? choicesOf(inner.replace(CHOICE, "")).flatMap(alternatives) : ["\u0000"];
  return middles.flatMap((middle) => after.map((rest) => before + middle + rest));
}

function choicesOf(text: string): string[] {
  const at = text.indexOf("{");
  if (at < 0) return [];
  const end = closing(text, at);
  return [text.slice(at + 1, end), ...choicesOf(text.slice(end + 1))];
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`not closed: ${text}`);
}

const german = messagesOf("de");
const english = messagesOf("en");
/** With few letters of its own a message would be found in anything. */
const isTelling = (form: RegExp) => form.source.replaceAll("[^]+?", "").replace(/\P{L}/gu, "").length >= 4;
const ofBoth = new Set([...english.values()]);
const GERMAN = [...german]
  .filter(([key, message]) => english.get(key) !== message && !ofBoth.has(message))
  .flatMap(([key, message]) => formsOf(message).map((form) => ({ key, form })))
  .filter(({ form }) => isTelling(form));
const ENGLISH = [...english.values()].flatMap(formsOf).filter(isTelling);

/** Of what stands on an English page: what is a German message, with its key. */
export function leftInGerman(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const found = GERMAN.find(({ form }) => form.test(text));
    return found && !ENGLISH.some((form) => form.test(text)) ? [`${text} (${found.key})`] : [];
  });
}

/** Everything that is read on the page, or read out. */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("script, style, noscript") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const texts: string[] = [document.title];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? "");
    for (const name of ["aria-label", "placeholder", "title", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name) ?? "");
    return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  });
}
