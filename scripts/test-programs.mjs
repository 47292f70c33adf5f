// What `npm test` needs beside Node and npm: programs of the system, nothing is downloaded.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { requireChromium } from "./chromium.mjs";

/**
 * An error that says what to install when there is no redis-server on the PATH.
 * @param {Record<string, string | undefined>} env
 */
export function requireRedisServer(env = process.env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  if (folders.some((folder) => existsSync(join(folder, "redis-server")))) return;
  throw new Error(
    "The tests of request limits need redis-server, and none was found. Install it (Debian, Ubuntu: apt-get install -y " +
      "redis-server; macOS: brew install redis).",
  );
}

/**
 * Everything that is missing in one error, so that nobody learns of the second thing after an hour.
 * @param {Record<string, string | undefined>} env
 */
export function requireTestPrograms(env = process.env) {
  const missing = [requireChromium, requireRedisServer].flatMap((require) => {
    try {
      require(env);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
  if (missing.length > 0) throw new Error(missing.join("\n"));
}
