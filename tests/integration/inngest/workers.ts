import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunnerSettings } from "@/inngest/runner/context";
import { platformUrl } from "./harness";

/** Worker processes with one trace and one gate, for one test. */
export function createWorkers() {
  const folder = mkdtempSync(join(tmpdir(), "askpro-workers-"));
  const traceFile = join(folder, "trace");
  const gateFile = join(folder, "gate");
  const children: ChildProcess[] = [];

  return {
    /** Starts a worker; resolves when it works. */
    async start(settings: Partial<RunnerSettings> = {}): Promise<ChildProcess> {
      const child = spawn(process.execPath, ["scripts/run.mjs", "tests/integration/inngest/worker.ts"], {
        env: {
          ...process.env,
          PLATFORM_DATABASE_URL: platformUrl(),
          TRACE_FILE: traceFile,
          GATE_FILE: gateFile,
          SETTINGS: JSON.stringify(settings),
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      await new Promise<void>((resolve, reject) => {
        child.stdout?.on("data", (text: Buffer) => text.includes("worker ready") && resolve());
        child.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
      });
      return child;
    },
    openGate: (child?: ChildProcess) => writeFileSync(child ? `${gateFile}.${child.pid}` : gateFile, ""),
    /** What the functions did, in order; each line as `[pid, what]`. */
    trace: () =>
      (existsSync(traceFile) ? readFileSync(traceFile, "utf8") : "")
        .split("\n")
        .filter(Boolean)
        .map((line) => {
          const space = line.indexOf(" ");
          return { pid: Number(line.slice(0, space)), what: line.slice(space + 1) };
        }),
    async close() {
      for (const child of children) if (!hasEnded(child)) child.kill("SIGKILL");
      await Promise.all(children.map(ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Resolves when the process is gone. */
export async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once("exit", resolve));
}
