// One file of JavaScript from a program in TypeScript, made again when one of its sources has changed.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./settings.mjs";

/** Within the packages' own folder: a bundle asks for them where it lies. */
const CACHE = "node_modules/.cache/askproai";
/** They decide what a source's imports lead to. */
const ALSO = ["tsconfig.json", "package-lock.json"];

/** The path of the bundle of a program, which is named by its path in the project; an error names what can't be read. */
export async function bundle(program, root = ROOT) {
  const folder = join(root, CACHE, program.replace(/\.ts$/, ""));
  const note = join(folder, "made-from.json");
  const made = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : null;
  if (made && made.hash === hashOf(root, made.sources)) return join(folder, made.file);
  const { code, sources } = await build(program, { root, folder });
  const file = `${randomUUID()}.mjs`;
  write(join(folder, file), code);
  write(note, JSON.stringify({ hash: hashOf(root, sources), file, before: made?.file, sources }));
  // Whoever was about to run it has read the note a moment ago: by the next change nobody wants it any more.
  if (made?.before) rmSync(join(folder, made.before), { force: true });
  return join(folder, file);
}

async function build(program, { root, folder }) {
  // By itself: its other way is a service that whoever ends it first takes away from all.
  const { buildSync } = await import("esbuild");
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [program],
    outfile: join(folder, "bundle.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  return { code: outputFiles[0].text, sources: [...Object.keys(metafile.inputs), ...ALSO].sort() };
}

/** Of what the sources hold; one that is gone counts as a change. */
function hashOf(root, sources) {
  const hash = createHash("sha256").update(process.version);
  for (const name of sources) {
    const path = join(root, name);
    hash.update(`\0${name}\0`).update(existsSync(path) ? readFileSync(path) : "gone");
  }
  return hash.digest("hex");
}

/** Whole or not at all: others may be reading. */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}`;
  writeFileSync(half, text);
  renameSync(half, path);
}
