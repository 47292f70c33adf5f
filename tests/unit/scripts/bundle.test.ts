import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundle } from "../../../scripts/bundle.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "askpro-bundle-"));
  write("main.ts", 'import { word } from "./word";\nconsole.log(word as string);');
  write("word.ts", 'export const word = "first";');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const run = (file: string) => execFileSync(process.execPath, [file], { encoding: "utf8" }).trim();

describe("a bundled program", () => {
  it("does what its sources say", async () => {
    expect(run(await bundle("main.ts", root))).toBe("first");
  });

  it("is made again when a source has changed, and only then", async () => {
    const first = await bundle("main.ts", root);
    expect(await bundle("main.ts", root)).toBe(first);
    write("word.ts", 'export const word = "second";');
    expect(run(await bundle("main.ts", root))).toBe("second");
    // Somebody may be about to run the one before.
    expect(run(first)).toBe("first");
  });

  it("leaves no more behind than the one before", async () => {
    for (const word of ["a", "b", "c", "d"]) {
      write("word.ts", `export const word = "${word}";`);
      expect(run(await bundle("main.ts", root))).toBe(word);
    }
    const made = readdirSync(dirname(await bundle("main.ts", root)));
    expect(made.filter((name) => name.endsWith(".mjs"))).toHaveLength(2);
  });

  it("is made by several at once without one reading half of it", async () => {
    const files = await Promise.all([1, 2, 3, 4].map(() => bundle("main.ts", root)));
    expect(files.map(run)).toEqual(["first", "first", "first", "first"]);
  });

  it("names what can't be read, and keeps nothing of it", async () => {
    write("word.ts", "export const = 1;");
    await expect(bundle("main.ts", root)).rejects.toThrow(/word\.ts:1/);
    write("word.ts", 'export const word = "mended";');
    expect(run(await bundle("main.ts", root))).toBe("mended");
  });
});
