import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const textOf = (path: string) => readFileSync(path, "utf8");
const table = textOf("README.md").split("## Environment")[1]?.split("\n## ")[0] ?? "";
const rows = table.split("\n").filter((line) => line.startsWith("| `"));
const described = rows.flatMap((row) =>
  [...(row.split("|")[1] ?? "").matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name),
);

/** Which every program has, or its platform sets. */
const EVERYWHERE = ["NODE_ENV"];
const PARSERS = ["server/core/env.ts", "server/sandbox/config.ts"];
const READERS = [
  "inngest/runner/mode.ts",
  "inngest/runner/main.ts",
  "scripts/chromium.mjs",
  "scripts/settings.mjs",
  "scripts/prisma.mjs",
];

const parsed = PARSERS.flatMap((path) =>
  [...textOf(path).matchAll(/^ {2}([A-Z][A-Z0-9_]+): \w/gm)].map(([, name]) => name),
);
const text = READERS.map(textOf).join("\n");
const read = [...text.matchAll(/\b(?:env|variables)\.((?:INNGEST|RUNNER|CHROMIUM|PRISMA_N)[A-Z_]*)/g)].map(
  ([, name]) => name,
);

it("describes every variable that is read, and none that nobody reads", () => {
  const known = new Set([...parsed, ...read]);
  expect(known.size).toBeGreaterThan(45);
  expect([...known].filter((name) => !described.includes(name) && !EVERYWHERE.includes(name ?? ""))).toEqual([]);
  expect(described.filter((name) => !known.has(name) && !text.includes(name ?? ""))).toEqual([]);
  expect(new Set(described).size).toBe(described.length);
});
