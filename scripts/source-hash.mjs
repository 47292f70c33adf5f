// A fingerprint of files, to know whether what was made from them is still current.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Hashes names and contents of the files and folders given, leaving out what `isIgnored` says. */
export function hashSources(root, paths, isIgnored = () => false) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    for (const file of listFiles(join(root, path))) {
      const name = relative(root, file);
      if (isIgnored(name)) continue;
      hash.update(`\0${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** Whether the folder was made from exactly these sources. */
export function isMadeFrom(folder, hash) {
  const file = join(folder, ".made-from");
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

/** Notes what a folder was made from; the last step of making it. */
export function noteMadeFrom(folder, hash) {
  writeFileSync(join(folder, ".made-from"), hash);
}
