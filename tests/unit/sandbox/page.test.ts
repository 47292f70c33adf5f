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
  expect(served.size).toBe(15);
});

it("says everything in both languages", () => {
  const source = readFileSync(new URL("../../../server/sandbox/page/words.js", import.meta.url), "utf8");
  const [, german = "", english = ""] = /de: \{([\s\S]*?)\n {2}\},\n {2}en: \{([\s\S]*?)\n {2}\},/.exec(source) ?? [];
  const keys = (text: string) => [...text.matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key);
  expect(keys(german).length).toBeGreaterThan(60);
  expect(keys(english)).toEqual(keys(german));
});
