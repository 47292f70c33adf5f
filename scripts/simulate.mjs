// `npm run simulate -- --seeds 200 [--from 1] [--steps 1000]`, or `-- --seed 7` for one of them: both sides of Cal.com by chance.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./settings.mjs";

const option = { type: "string" };
const { values } = parseArgs({ options: { seed: option, seeds: option, from: option, steps: option, trace: option } });
const asked = Object.entries(values).map(([name, value]) => [name.toUpperCase(), value]);
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", "simulation"], {
  cwd: ROOT,
  env: { ...process.env, ...Object.fromEntries(asked) },
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
