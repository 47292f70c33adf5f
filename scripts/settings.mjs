// What the environment says about a copy of the product: its folders, its ports, its way of running.
import { createHash } from "node:crypto";
import { isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/**
 * Reads the settings of a copy; two copies with different PORT, SANDBOX_PORT and DATA_DIR run beside each other.
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const dataDir = resolve(ROOT, env.DATA_DIR || ".data");
  return {
    dataDir,
    port: readPort(env, "PORT", 3000),
    sandboxPort: readPort(env, "SANDBOX_PORT", 3001),
    isInline: env.RUNNER === "inline",
    isDev: false,
    database: "askproai_dev",
    external: env.DATABASE_URL
      ? { owner: env.DATABASE_URL, app: env.APP_DATABASE_URL, platform: env.PLATFORM_DATABASE_URL }
      : null,
    devBuildDir: chooseDevBuildDir(dataDir),
  };
}

function readPort(env, name, fallback) {
  if (!env[name]) return fallback;
  const port = Number(env[name]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number, not "${env[name]}".`);
}

/** Next.js wants its build inside the project; a second copy's development build gets a folder of its own there. */
function chooseDevBuildDir(dataDir) {
  const inside = relative(ROOT, dataDir);
  if (inside === ".data") return ".next";
  if (inside && !inside.startsWith("..") && !isAbsolute(inside)) return join(inside, "next");
  return `.next-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`;
}
