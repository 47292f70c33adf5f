// A production copy on a throw-away data folder and a database named …_test, for Playwright.
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT, readSettings } from "./settings.mjs";
import { createStack } from "./stack.mjs";

const settings = { ...readSettings(), database: "askproai_e2e_test", external: null };
/** A test does in a second what takes a person a minute; what limits do, ours and Cal.com's, is proved without a browser. */
const overrides = { LOG_LEVEL: "warn", LIMITS: '{"factor":10}', SANDBOX_CALCOM_RATE_LIMIT: "1200" };
const stack = createStack(settings, { overrides });

/** What the processes said outlives the copy: a failed journey is explained there. */
async function end(code) {
  await stack.stop();
  const logs = join(settings.dataDir, "logs");
  if (existsSync(logs)) cpSync(logs, join(ROOT, "test-results/logs"), { recursive: true });
  stack.discard();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => end(0));
try {
  await stack.start();
  console.log("• copy is ready");
} catch (error) {
  console.error(error.message);
  await end(1);
}
