import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runCli } from "@/server/api/cli/program";

export interface CliAnswer {
  code: number;
  out: string;
  err: string;
}

/** One command line in this process. */
export async function cli(args: string[], { input = "" } = {}): Promise<CliAnswer> {
  const answer = { out: "", err: "" };
  const code = await runCli(args, {
    out: (written) => {
      answer.out += written;
    },
    err: (written) => {
      answer.err += written;
    },
    readInput: async () => input,
    isWatched: false,
  });
  return { code, ...answer };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
export async function cliJson(args: string[]): Promise<{ code: number; answer: any }> {
  const { code, out } = await cli([...args, "--json"]);
  return { code, answer: JSON.parse(out) };
}

const starter = fileURLToPath(new URL("../../scripts/cli.mjs", import.meta.url));

/** One command line in a process of its own, as somebody types it. */
export function startCli(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [starter, ...args], {
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const written = Promise.all([text(child.stdout), text(child.stderr)]);
  return {
    /** The starter and what it started, at once. */
    kill: () => child.pid && process.kill(-child.pid, "SIGKILL"),
    ended: async () => {
      const [code, [out, err]] = [await ended, await written];
      return { code, out, err };
    },
  };
}
