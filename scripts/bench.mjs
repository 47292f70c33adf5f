// `npm run bench`: figures on the production build, each beside its yardstick. `-- --only <prefix>` measures a part,
// `-- --json` prints `{name: {value, unit}}` and nothing else.
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installMissing, requireNode } from "./install.mjs";
import { findFreePort } from "./processes.mjs";
import { readSettings } from "./settings.mjs";

requireNode();
installMissing();
const { register } = await import("tsx/esm/api");
register();
const { createStack } = await import("./stack.mjs");
const { createBenchCopy } = await import("./bench-copy.mjs");
const { parts } = await import("../tests/bench/parts.ts");
const { printTable } = await import("./bench-table.mjs");

const { values: options } = parseArgs({
  options: { only: { type: "string", default: "" }, json: { type: "boolean", default: false } },
});
const tell = options.json ? () => {} : (text) => console.error(text);

const isWanted = (name) => name.startsWith(options.only) || options.only.startsWith(`${name}.`);
const chosen = parts.filter((part) => [part.name, ...(part.yardsticks ?? [])].some(isWanted));
if (chosen.length === 0) {
  console.error(`Nothing begins with "${options.only}"; parts are ${parts.map((part) => part.name).join(", ")}.`);
  process.exit(1);
}

/** A copy of its own on free ports: nothing that runs already is measured or disturbed. */
async function prepareStack() {
  const dataDir = mkdtempSync(join(tmpdir(), "askproai-bench-"));
  chmodSync(dataDir, 0o755);
  const ports = { port: await findFreePort(), sandboxPort: await findFreePort() };
  const settings = { ...readSettings({}), ...ports, dataDir, database: "askproai_bench_test" };
  const overrides = { BENCH: "1", LIMITS: '{"factor":1000000}', LOG_LEVEL: "error" };
  const stack = createStack(settings, { say: tell, overrides });
  process.once("exit", () => stack.discard());
  return stack;
}

async function measure(part, copy) {
  tell(`• measuring ${part.name}`);
  const figures = part.measure ? await part.measure(copy) : await part.measureAlone();
  const asked = figures.filter((figure) => figure.name.startsWith(options.only));
  const yardsticks = new Set(asked.map((figure) => figure.yardstick?.name));
  return figures.filter((figure) => asked.includes(figure) || yardsticks.has(figure.name));
}

async function main() {
  const stack = chosen.some((part) => part.measure) ? await prepareStack() : null;
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, async () => {
      await stack?.stop();
      process.exit(1);
    });
  try {
    const copy = stack ? createBenchCopy(stack, await stack.start()) : null;
    const figures = [];
    for (const part of chosen) figures.push(...(await measure(part, copy)));
    return figures;
  } finally {
    await stack?.stop();
  }
}

try {
  const figures = await main();
  const asJson = () => Object.fromEntries(figures.map(({ name, value, unit }) => [name, { value, unit }]));
  console.log(options.json ? JSON.stringify(asJson(), null, 2) : printTable(figures));
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
