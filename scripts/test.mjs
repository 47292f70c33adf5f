// `npm test`: everything, from unit to browser, on databases of its own; the last line says how many passed and failed.
// `npm test -- --seeds 200`: with as many runs of the simulation (docs/simulation.md) in a step of its own, each counted as a test.
import { spawn } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installMissing, requireNode } from "./install.mjs";
import { findFreePort } from "./processes.mjs";
import { ROOT } from "./settings.mjs";
import { requireTestPrograms } from "./test-programs.mjs";
import { countPlaywright, countVitest, failuresOfVitest, sumUp } from "./test-results.mjs";

requireNode();
try {
  requireTestPrograms();
} catch (error) {
  console.error(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
}
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

function show(args, env, output = "inherit") {
  return new Promise((resolve) => {
    const stdio = ["inherit", output, output];
    const child = spawn(process.execPath, args, { cwd: ROOT, env: cleanEnvironment(env), stdio });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** What runs beside something else is shown when it has ended. */
async function showAfterwards(file, run) {
  const output = openSync(file, "w");
  try {
    return await run(output);
  } finally {
    closeSync(output);
    process.stdout.write(readFileSync(file));
  }
}

async function runVitest(file, { args = [], env = {} }) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return countVitest(file, await show(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args], env));
}

/** Vitest's runs, the reports that they leave, and what is different about each. */
function vitestRuns(reports, seeds) {
  const report = (name) => join(reports, `${name}.json`);
  if (!seeds) return [{ file: report("vitest") }];
  const simulation = { args: ["--project", "simulation"], env: { SEEDS: seeds } };
  return [
    { file: report("vitest"), args: ["--project", "!simulation"] },
    { file: report("simulation"), ...simulation },
  ];
}

/** The browser drives a production build; without one of them there is nothing to test, which is a failure. */
async function runPlaywright(reports, output) {
  const file = join(reports, "browser.json");
  const env = {
    CHROMIUM_PATH: requireChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: String(await findFreePort()),
    E2E_SANDBOX_PORT: String(await findFreePort()),
    E2E_DATA_DIR: join(reports, "copy"),
  };
  const args = ["test", "--reporter=list,json"];
  return countPlaywright(file, await show(["node_modules/@playwright/test/cli.js", ...args], env, output));
}

/** Most of what a browser does is waiting: that is done beside the tests without one. */
async function besideOthers(reports) {
  await ensureBuild({ isShown: false });
  return showAfterwards(join(reports, "browser.log"), (output) => runPlaywright(reports, output));
}

const asFailure = (error) => {
  console.error(error.message);
  return { passed: 0, failed: 1, skipped: 0 };
};

async function main() {
  const reports = mkdtempSync(join(tmpdir(), "askproai-test-"));
  chmodSync(reports, 0o755);
  process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
  await ensureClient();
  const { values } = parseArgs({ options: { seeds: { type: "string" } } });
  const runs = vitestRuns(reports, values.seeds);
  const browser = besideOthers(reports).catch(asFailure);
  const counts = [];
  for (const run of runs) counts.push(await runVitest(run.file, run).catch(asFailure));
  counts.push(await browser);
  for (const { file } of runs) for (const failure of failuresOfVitest(file)) console.log(`failed: ${failure}`);
  return sumUp(counts);
}

const { passed, failed, skipped } = await main().catch(asFailure);
if (skipped > 0) console.log(`${skipped} skipped, counted as failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
