import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { findFreePort } from "../../../scripts/processes.mjs";
import { readSettings } from "../../../scripts/settings.mjs";
import { createStack } from "../../../scripts/stack.mjs";
import type { Demo } from "./demo";

export interface OwnCopy {
  demo: Demo;
  /** Ends a process at once, as a crash does; the supervisor starts it again, as the demo's does. */
  kill(unit: "app" | "runner" | "database"): void;
  /** Starts a second app process on the same database and answers its address. */
  addApp(): Promise<string>;
  stop(): Promise<void>;
}

/** What would be minutes for a customer is a second here; the limits are for strangers, not for a test's hundreds. */
const IN_A_HURRY = {
  RUNNER_MAX_RETRY_DELAY_MS: "1500",
  LIMITS: '{"factor":1000000}',
  // The test before has used up what Cal.com allows in a minute: whoever comes next would wait for two.
  SANDBOX_CALCOM_RATE_LIMIT: "0",
  LOG_LEVEL: "error",
  // Whoever waits among hundreds on a slow machine still hears how it is.
  PHONE_DEADLINE_MS: "60000",
};

/** A whole copy of the product that may be broken: production build, PostgreSQL with fsync, processes of its own. */
export async function startOwnCopy(): Promise<OwnCopy> {
  const dataDir = mkdtempSync(join(tmpdir(), "askproai-bad-days-"));
  chmodSync(dataDir, 0o755);
  const ports = { port: await findFreePort(), sandboxPort: await findFreePort() };
  const settings = { ...readSettings({}), ...ports, dataDir, database: "askproai_bad_days_test" };
  const stack = createStack(settings, { say: () => {}, overrides: IN_A_HURRY });
  const stop = async () => {
    await stack.stop();
    stack.discard();
  };
  try {
    const { demo } = await stack.start();
    return { demo: demo as Demo, kill: (unit) => stack.supervisor.signal(unit, "SIGKILL"), addApp: stack.addApp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tests that share one copy for as long as none of them fails. */
export const test = base.extend<object, { copy: OwnCopy }>({
  copy: [
    // biome-ignore lint/correctness/noEmptyPattern: the library reads the names of the fixtures from the pattern
    async ({}, use) => {
      const copy = await startOwnCopy();
      await use(copy);
      await copy.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});
