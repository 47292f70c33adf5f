import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root, type SourceFile, sourcesBelow } from "./source";

/** Primitives are kept whole, as they were generated; the type of an input or a view is part of its contract. */
const isWhole = (path: string): boolean => path.startsWith("components/ui/");
const CONTRACT_TYPE = /^export type \w+ = z\.(?:infer|input|output)<.*$/gm;

/** What is ours to import, and everything that may import it. */
const OWN = ["server", "components", "inngest"];
const READERS = ["app", "prisma", "scripts", "tests"];
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/gm;
const REEXPORTED = /^export (?:type )?\{([^}]*)\}(?! from)/gm;

/** Next's own files stand at the root. */
const atRoot = readdirSync(root)
  .filter((name) => name.endsWith(".ts"))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
const files = [...atRoot, ...[...OWN, ...READERS].flatMap(sourcesBelow)];

const exportsOf = ({ text }: SourceFile): string[] => [
  ...[...text.replace(CONTRACT_TYPE, "").matchAll(EXPORTED)].map(([, name = ""]) => name),
  ...[...text.matchAll(REEXPORTED)].flatMap(([, names = ""]) =>
    names.split(",").map(
      (name) =>
        name
          .trim()
          .replace(/^type /, "")
          .split(" as ")
          .at(-1) ?? "",
    ),
  ),
];

/** In which files each word stands. */
function whereWordsStand(sources: readonly SourceFile[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { path, text } of sources)
    for (const word of new Set(text.match(/\w+/g))) {
      const found = places.get(word) ?? new Set();
      places.set(word, found.add(path));
    }
  return places;
}

/** Exports whose name stands nowhere else, not even a second time in their own file: nothing uses them. */
function deadExports(sources: readonly SourceFile[]): string[] {
  const places = whereWordsStand(sources);
  return sources
    .filter(({ path }) => OWN.some((folder) => path.startsWith(`${folder}/`)) && !isWhole(path))
    .flatMap((file) =>
      exportsOf(file)
        .filter((name) => name !== "" && places.get(name)?.size === 1 && timesIn(file.text, name) === 1)
        .map((name) => `${file.path}: ${name}`),
    );
}

const timesIn = (text: string, name: string): number => text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;

describe("what is exported", () => {
  it("is used by somebody", () => {
    expect(deadExports(files)).toEqual([]);
  });

  it("and what nobody asks for would be found", () => {
    const planted = {
      path: "server/core/planted.ts",
      text: "export function nobodyCallsThis() {}\nconst own = 1;\nexport { own as nobodySeesThis };",
    };
    expect(deadExports([...files.filter(({ path }) => !path.startsWith("tests/architecture/dead")), planted])).toEqual(
      expect.arrayContaining(["server/core/planted.ts: nobodyCallsThis", "server/core/planted.ts: nobodySeesThis"]),
    );
  });
});

describe("every file", () => {
  /** Begun by name: from the command line, by Next, by the build. */
  const BEGUN = /(^|\/)(main|start|router|worker)\.tsx?$|\.d\.ts$|^server\/sandbox\/page\//;

  it("is imported by another one", () => {
    const imported = new Set(
      files.flatMap(({ path, text }) =>
        [...text.matchAll(/(?:from|import|Plugin)\s*\(?\s*"([^"]+)"/g)].map(([, asked = ""]) => resolve(asked, path)),
      ),
    );
    const alone = files
      .filter(({ path }) => OWN.some((folder) => path.startsWith(`${folder}/`)) && !BEGUN.test(path) && !isWhole(path))
      .map(({ path }) => path.replace(/\.tsx?$/, ""))
      .filter((path) => !imported.has(path));
    expect(alone).toEqual([]);
  });

  function resolve(asked: string, from: string): string {
    const plain = asked.replace(/\.tsx?$/, "");
    if (plain.startsWith("@/")) return plain.slice(2);
    if (!plain.startsWith(".")) return plain;
    const parts = from.split("/").slice(0, -1);
    for (const part of plain.split("/"))
      if (part === "..") parts.pop();
      else if (part !== ".") parts.push(part);
    return parts.join("/");
  }
});
