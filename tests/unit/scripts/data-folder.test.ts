import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeDataFolder } from "../../../scripts/data-folder.mjs";
import { commandOf, waitUntil } from "../../../scripts/processes.mjs";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "askproai-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** A run that takes the folder, notes a child, and says that child's id. */
async function startRun() {
  const program = `
    import { spawn } from "node:child_process";
    import { takeDataFolder } from "./scripts/data-folder.mjs";
    const folder = await takeDataFolder(process.argv[1]);
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
    folder.note([{ child }]);
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ["--input-type=module", "-e", program, dataDir]);
  const childPid = await new Promise<number>((resolve) => run.stdout.once("data", (chunk) => resolve(Number(chunk))));
  return { run, childPid };
}

it("belongs to one run at a time", async () => {
  const { run, childPid } = await startRun();
  await expect(takeDataFolder(dataDir)).rejects.toThrow(`in use by a running copy (process ${run.pid})`);
  run.kill("SIGKILL");
  process.kill(childPid, "SIGKILL");
});

it("ends what a killed run left behind", async () => {
  const { run, childPid } = await startRun();
  run.kill("SIGKILL");
  await waitUntil(() => commandOf(run.pid as number) === "", { timeoutMs: 60_000 });
  expect(commandOf(childPid)).not.toBe("");
  await takeDataFolder(dataDir);
  expect(commandOf(childPid)).toBe("");
});
