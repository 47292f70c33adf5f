import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { birthOf, isAlive, waitUntil } from "../../../scripts/processes.mjs";
import { createSupervisor } from "../../../scripts/supervisor.mjs";

const dataDir = mkdtempSync(join(tmpdir(), "askproai-supervisor-"));
let said: string[];
let supervisor: ReturnType<typeof createSupervisor>;

/** A child that says "up" and stays; `extra` is more of its program. */
function unit(name: string, extra = "", settings = {}) {
  const program = `${extra};console.log("up");setInterval(() => {}, 1000);`;
  return {
    name,
    launch: () => spawn(process.execPath, ["-e", program], { detached: true, stdio: ["ignore", "pipe", "pipe"] }),
    ready: async (child: { exitCode: number | null }, output: () => string) =>
      (await waitUntil(() => output().includes("up") || child.exitCode !== null, { timeoutMs: 60_000 })) &&
      child.exitCode === null,
    ...settings,
  };
}

const pidOf = (name: string) =>
  supervisor.units.find((each: { name: string }) => each.name === name).child.pid as number;

beforeEach(() => {
  said = [];
  supervisor = createSupervisor({ dataDir, say: (text: string) => said.push(text) });
});
afterEach(() => supervisor.stop());
afterAll(() => rmSync(dataDir, { recursive: true, maxRetries: 10 }));

describe("the supervisor", () => {
  it("starts a killed process again, and says so", async () => {
    await supervisor.start(unit("runner"));
    const before = pidOf("runner");
    process.kill(before, "SIGKILL");
    await waitUntil(() => said.includes("runner is up again"), { timeoutMs: 60_000 });
    expect(said[0]).toBe("runner ended unexpectedly (SIGKILL); starting it again");
    expect(pidOf("runner")).not.toBe(before);
    expect(isAlive(pidOf("runner"))).toBe(true);
  });

  it("ends the last one started first, and leaves none", async () => {
    const note = `process.on("SIGTERM", () => process.exit(0))`;
    await supervisor.start(unit("database", note));
    await supervisor.start(unit("app", note));
    const ended: string[] = [];
    for (const { name, exited } of supervisor.units) exited.then(() => ended.push(name));
    await supervisor.stop();
    expect(ended).toEqual(["app", "database"]);
  });

  it("kills what does not want to end", async () => {
    await supervisor.start(unit("app", `process.on("SIGTERM", () => {})`, { graceMs: 200 }));
    const pid = pidOf("app");
    await supervisor.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("reports the last words of one that never comes up", async () => {
    const broken = unit("app", `console.error("AUTH_SECRET is missing");process.exit(1)`);
    await expect(supervisor.start(broken)).rejects.toThrow(/app did not start.*AUTH_SECRET is missing/s);
    await supervisor.stop();
    const log = () => readFileSync(join(dataDir, "logs/app.log"), "utf8");
    expect(await waitUntil(() => log().includes("AUTH_SECRET is missing"), { timeoutMs: 60_000 })).toBe(true);
  });
});

it("takes its children along when its own process breaks", async () => {
  const program = `
    import { spawn } from "node:child_process";
    import { createSupervisor } from "./scripts/supervisor.mjs";
    const supervisor = createSupervisor({ dataDir: process.argv[1], say: () => {} });
    const launch = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
    await supervisor.start({ name: "app", launch, ready: async () => true });
    process.stdout.write(String(supervisor.units[0].child.pid), () => { throw new Error("a fault of our own"); });`;
  const run = spawn(process.execPath, ["--input-type=module", "-e", program, dataDir]);
  const pid = await new Promise<number>((resolve) => run.stdout.once("data", (chunk) => resolve(Number(chunk))));
  expect(await waitUntil(() => birthOf(pid) === "", { timeoutMs: 60_000 })).toBe(true);
});
