import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runSandbox } from "./running-sandbox";

it("serves the page and every file that it names, and names nothing from elsewhere", async () => {
  const { url } = await runSandbox();
  const waiting = ["/"];
  const served = new Set<string>();
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const response = await fetch(url + path);
    expect([path, response.status]).toEqual([path, 200]);
    const text = await response.text();
    expect(text).not.toMatch(/(src|href)="https?:/);
    served.add(path);
    const named = [...text.matchAll(/(?:href|src)="(\/page\/[^"]+)"|from "\.\/([^"]+)"/g)];
    for (const [, absolute, module] of named) {
      const next = absolute ?? `/page/${module}`;
      if (!served.has(next)) waiting.push(next);
    }
  }
  expect(served.size).toBe(21);
});

it("says everything in both languages", () => {
  const keysOf = (file: string) => {
    const source = readFileSync(new URL(`../../../server/sandbox/page/${file}`, import.meta.url), "utf8");
    return [...source.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);
  };
  const german = keysOf("german.js");
  expect(german.length).toBeGreaterThan(100);
  expect(new Set(german).size).toBe(german.length);
  expect(keysOf("english.js")).toEqual(german);
});
