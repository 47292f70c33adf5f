import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, requireChromium } from "./scripts/chromium.mjs";

process.env.E2E_PORT ??= "3300";
process.env.E2E_SANDBOX_PORT ??= "3301";
/** Where the copy under test keeps demo.json; `tests/e2e/support/demo.ts` reads it there. */
process.env.E2E_DATA_DIR ??= join(tmpdir(), `askproai-e2e-${process.env.E2E_PORT}`);
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    baseURL,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
  },
  projects: [{ name: "chromium", use: { viewport: { width: 1440, height: 900 } } }],
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
