// The generated client and the production build: made when their sources changed, and only then.
import { spawn } from "node:child_process";
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./settings.mjs";
import { hashSources, isMadeFrom, noteMadeFrom } from "./source-hash.mjs";
import { takeTurn } from "./turn.mjs";

const CLIENT = "server/core/generated";
const CLIENT_SOURCES = ["prisma/schema", "package-lock.json"];
const APP_SOURCES = ["app", "components", "inngest", "server", "public", "prisma/schema", "package-lock.json"].concat(
  ["next.config.ts", "postcss.config.mjs", "proxy.ts", "instrumentation.ts", "instrumentation-node.ts"],
  ["tsconfig.json"],
);

/** Runs a program of the project and answers with its output; a failure carries that output. */
export function run(args, { env = process.env, isShown = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let all = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        all = (all + chunk).slice(-20_000);
        if (isShown) process.stderr.write(chunk);
      });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`${args.join(" ")} failed:\n${all}`)),
    );
  });
}

/** Generates the Prisma client unless it was generated from this schema; answers whether it did. */
export async function ensureClient() {
  const hash = hashSources(ROOT, CLIENT_SOURCES);
  if (isMadeFrom(join(ROOT, CLIENT), hash)) return false;
  const release = await takeTurn("client");
  try {
    await run(["scripts/prisma.mjs", "generate"]);
    noteMadeFrom(join(ROOT, CLIENT), hash);
    return true;
  } finally {
    release();
  }
}

/** Fingerprint of everything that the production build is made from. */
export const hashApp = () => hashSources(ROOT, APP_SOURCES, (name) => name.startsWith(CLIENT));

/** Builds the app unless the last build was made from these sources; answers whether it did. */
export async function ensureBuild({ isShown = false } = {}) {
  const hash = hashApp();
  const isCurrent = () => isMadeFrom(join(ROOT, ".next"), hash) && existsSync(join(ROOT, ".next/standalone/server.js"));
  if (isCurrent()) return false;
  const release = await takeTurn("build");
  try {
    if (isCurrent()) return false;
    rmSync(join(ROOT, ".next/.made-from"), { force: true });
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await run(["node_modules/next/dist/bin/next", "build"], { env, isShown });
    noteMadeFrom(join(ROOT, ".next"), hash);
    return true;
  } finally {
    release();
  }
}

/**
 * Gives a copy its own runnable build (server, static files, public files) in its data folder: a later build in the
 * same checkout, by a test or by another copy, does not pull it away under a running server.
 */
export function publishBuild(dataDir) {
  const hash = hashApp();
  const target = join(dataDir, "app");
  if (isMadeFrom(target, hash)) return target;
  const half = `${target}.half`;
  rmSync(half, { recursive: true, force: true });
  const copy = (from, to) => cpSync(join(ROOT, from), to, { recursive: true, verbatimSymlinks: true });
  copy(".next/standalone", half);
  copy(".next/static", join(half, ".next/static"));
  if (existsSync(join(ROOT, "public"))) copy("public", join(half, "public"));
  noteMadeFrom(half, hash);
  rmSync(target, { recursive: true, force: true });
  renameSync(half, target);
  return target;
}
