// `npm test`: everything, from unit to browser, on databases of its own; the last line says how many passed and failed.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installMissing, requireNode } from "./install.mjs";
import { findFreePort } from "./processes.mjs";
import { ROOT } from "./settings.mjs";
import { countPlaywright, countVitest, failuresOfVitest, sumUp } from "./test-results.mjs";

requireNode();
installMissing();
const { ensureBuild, ensureClient } = await import("./build.mjs");
const { requireChromium } = await import("./chromium.mjs");

/** A project's own settings (a database, ports, keys) must not reach its tests. */
const OWN = ["DATABASE_URL", "APP_DATABASE_URL", "PLATFORM_DATABASE_URL", "DATA_DIR", "PORT", "SANDBOX_PORT", "RUNNER"];

function cleanEnvironment(extra) {
  const env = { ...process.env, ...extra };
  for (const name of OWN) delete env[name];
  return env;
}

function show(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: cleanEnvironment(env), stdio: "inherit" });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const vitestReport = (reports) => join(reports, "vitest.json");

async function runVitest(reports) {
  const file = vitestReport(reports);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return countVitest(file, await show(["node_modules/vitest/vitest.mjs", "run", ...reporters], {}));
}

/** The browser drives a production build; without one there is nothing to test, which is a failure. */
async function runPlaywright(reports, chromium) {
  const file = join(reports, "playwright.json");
  await ensureBuild({ isShown: true });
  const env = {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: String(await findFreePort()),
    E2E_SANDBOX_PORT: String(await findFreePort()),
    E2E_DATA_DIR: join(reports, "copy"),
  };
  return countPlaywright(
    file,
    await show(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], env),
  );
}

const asFailure = (error) => {
  console.error(error.message);
  return { passed: 0, failed: 1, skipped: 0 };
};

async function main() {
  const chromium = requireChromium();
  const reports = mkdtempSync(join(tmpdir(), "askproai-test-"));
  chmodSync(reports, 0o755);
  process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
  await ensureClient();
  const counts = [await runVitest(reports).catch(asFailure), await runPlaywright(reports, chromium).catch(asFailure)];
  for (const failure of failuresOfVitest(vitestReport(reports))) console.log(`failed: ${failure}`);
  return sumUp(counts);
}

const { passed, failed, skipped } = await main().catch(asFailure);
if (skipped > 0) console.log(`${skipped} skipped, counted as failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
