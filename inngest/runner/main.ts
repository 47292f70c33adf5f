// The job runner as a process of its own: `npm run runner`.
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import type { RunnerSettings } from "./context";

async function main(): Promise<void> {
  const connectionString = env().PLATFORM_DATABASE_URL;
  if (!connectionString) throw new Error("The job runner needs PLATFORM_DATABASE_URL.");
  // Loaded late, so that a half-configured environment is reported like every other fault of the start.
  const { startJobs } = await import("./start");
  const jobs = await startJobs({
    connectionString,
    settings: readSettings(),
    log: (message, facts) => log("jobs").warn(facts, message),
  });
  const stop = () => {
    jobs.stop().then(
      () => process.exit(0),
      (error: unknown) => exitWith(error),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write("runner ready\n");
}

/** Demonstrations and tests shorten the waits between attempts. */
function readSettings(): Partial<RunnerSettings> {
  const { RUNNER_CONCURRENCY, RUNNER_MAX_RETRY_DELAY_MS } = process.env;
  return {
    ...(RUNNER_CONCURRENCY ? { concurrency: positive("RUNNER_CONCURRENCY", RUNNER_CONCURRENCY) } : {}),
    ...(RUNNER_MAX_RETRY_DELAY_MS
      ? { maxRetryDelayMs: positive("RUNNER_MAX_RETRY_DELAY_MS", RUNNER_MAX_RETRY_DELAY_MS) }
      : {}),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number above 0.`);
  return value;
}

function exitWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(exitWith);
