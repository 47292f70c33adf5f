import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, requireChromium } from "./scripts/chromium.mjs";

process.env.E2E_PORT ??= "3300";
process.env.E2E_SANDBOX_PORT ??= "3301";
/** Where the copy under test keeps demo.json; `tests/e2e/support/demo.ts` reads it there. */
process.env.E2E_DATA_DIR ??= join(tmpdir(), `askproai-e2e-${process.env.E2E_PORT}`);
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

const files = (...names: string[]) => names.map((name) => `**/${name}.test.ts`);

/** One after the other: each of them chooses among the salon's people, services and free times, and must find them again. */
const DIARY = files(
  "book-by-hand",
  "calcom-drift",
  "calcom-follows",
  "calendar",
  "calendar-touch",
  "change-services",
  "classes",
).concat(
  files("import-appointments", "outside-hours", "policies", "services", "several-services", "staff", "undo"),
  files("working-hours"),
);
/** While no other page is open: they count what the whole copy does, or start and break one of their own. */
const ALONE = files("bad-days/*", "demo-script", "incoming-calls", "main-job");

/** Who names files or projects wants these and no others. */
const isWhole = process.argv.slice(2).every((word) => word === "test" || /^-(?!-project)/.test(word));
/** As a teardown and not as something that depends on the others: it also runs when one of them has failed. */
const thenAlone = isWhole ? { teardown: "alone" } : {};

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Nothing is timed: a limit only ends what hangs, also on a machine that is busy with something else.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    baseURL,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    // As somebody has set it who wants no motion: nothing waits until a dialog has slid in.
    contextOptions: { reducedMotion: "reduce" },
    // A picture of every frame costs more than the test itself; what the page held is kept without them.
    trace: process.env.CI ? "off" : { mode: "retain-on-failure", screenshots: false, snapshots: true },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: "diary", testMatch: DIARY, workers: 1, ...thenAlone },
    { name: "pages", testIgnore: [...DIARY, ...ALONE], ...thenAlone },
    { name: "alone", testMatch: ALONE, workers: 1 },
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    wait: { stdout: /copy is ready/ },
    env: {
      PORT: process.env.E2E_PORT,
      SANDBOX_PORT: process.env.E2E_SANDBOX_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
    },
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
