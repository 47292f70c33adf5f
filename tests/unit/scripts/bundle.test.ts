import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
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

/** As a process of its own makes it. */
async function bundleElsewhere(): Promise<string> {
  const ours = new URL("../../../scripts/bundle.mjs", import.meta.url).href;
  const script = `import { bundle } from ${JSON.stringify(ours)}; console.log(await bundle("main.ts", ${JSON.stringify(root)}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  return stdout.trim();
}

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

  it("is made by several processes at once without one reading half of it", async () => {
    const files = await Promise.all([1, 2, 3].map(() => bundleElsewhere()));
    expect(files.map(run)).toEqual(["first", "first", "first"]);
    expect(run(await bundle("main.ts", root))).toBe("first");
  });

  it("names what can't be read, and keeps nothing of it", async () => {
    write("word.ts", "export const = 1;");
    await expect(bundle("main.ts", root)).rejects.toThrow(/word\.ts:1/);
    write("word.ts", 'export const word = "mended";');
    expect(run(await bundle("main.ts", root))).toBe("mended");
  });
});
