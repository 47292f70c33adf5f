// `npm run cli -- agent:evaluate [--only words] [--json]`: plays every conversation of server/calls/simulator and prints the grades.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./settings.mjs";

const WORDS = {
  scenarios: "conversations played",
  passed: "ended as they should",
  fieldExtraction: "fields stored rightly ÷ fields said",
  rightBooking: "bookings that stand as wanted ÷ bookings wanted",
  falseBookings: "bookings that nobody wanted",
  policyKept: "rules and identities kept",
  personHonoured: "wish for a person or for help honoured",
  hostileHarmless: "attacks without harm",
  silence: "turns on which the caller heard nothing",
};
/** Bad options, as the command line's other commands say it. */
const MISUSED = 2;

/** Resolves to the exit code: 1 if a conversation ended wrongly or a floor was missed. */
export async function evaluate(args) {
  const options = { only: { type: "string" }, json: { type: "boolean", default: false } };
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    console.error(error.message);
    return MISUSED;
  }
  const folder = mkdtempSync(join(tmpdir(), "askproai-evaluation-"));
  const file = join(folder, "report.json");
  try {
    const code = await play({ file, ...values });
    if (!existsSync(file)) return code || 1;
    const report = JSON.parse(readFileSync(file, "utf8"));
    console.log(values.json ? JSON.stringify(report) : describe(report).join("\n"));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is said while it plays goes to the watcher and not into the answer. */
function play({ file, only, json }) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "evaluation", "--reporter=dot"];
  const env = { ...process.env, EVALUATION_REPORT: file, ...(only && { EVALUATE_ONLY: only }) };
  const stdio = ["ignore", json ? "ignore" : 2, 2];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function describe({ grades, ...report }) {
  const wrong = grades.filter(({ wrongs }) => wrongs.length > 0);
  return [
    ...Object.entries(report).map(
      ([name, value]) => `${name.padEnd(16)} ${String(value ?? "–").padStart(6)}  ${WORDS[name]}`,
    ),
    ...wrong.map(({ name, wrongs }) => `wrong: ${name}: ${wrongs.join("; ")}`),
  ];
}
