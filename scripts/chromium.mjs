// The browser of the end-to-end tests: the system's own Chromium, nothing is downloaded.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The one without windows first: the same pages, and a fifth less work. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const APPS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].concat(
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
);

/**
 * The path of a Chromium, by CHROMIUM_PATH or on the PATH; an error that says what to install when there is none.
 * @param {Record<string, string | undefined>} env
 */
export function requireChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which does not exist.`);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPS];
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium or Chrome, and none was found. Install one (Debian, Ubuntu: apt-get install -y " +
      "chromium fonts-dejavu-core; macOS: brew install --cask google-chrome), or set CHROMIUM_PATH to its program.",
  );
}

/** Flags for a browser that stays on this machine, also as root and without a graphics card. */
export const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"].concat([
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
]);
