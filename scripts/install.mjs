// What has to be there before anything else: a new enough Node.js, and the packages. Only `node:` imports.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./settings.mjs";

const NEEDED = [20, 19];

/** Ends with a clear message on a Node.js that is too old for us. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(`AskProAI needs Node.js ${NEEDED.join(".")} or newer; this is ${version}.`);
  process.exit(1);
}

/** Installs the packages when they are missing or older than the lock file. */
export function installMissing() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const locked = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  console.log("• installing packages (npm ci), a minute or two the first time");
  const args = ["ci", "--include=dev", "--loglevel=error"];
  const viaNode = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...before] = viaNode;
  const { status } = spawnSync(command, [...before, ...args], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) {
    console.error("The packages could not be installed; npm's message above says why.");
    process.exit(1);
  }
}
