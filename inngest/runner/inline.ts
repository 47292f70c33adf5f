import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { startJobs } from "./start";

/** `RUNNER=inline`: background work inside the application, for tests and the smallest installs. */
export async function startInlineRunner(): Promise<{ stop(): Promise<void> }> {
  const connectionString = env().PLATFORM_DATABASE_URL;
  if (!connectionString) throw new Error("RUNNER=inline needs PLATFORM_DATABASE_URL.");
  return startJobs({ connectionString, log: (message, facts) => log("jobs").warn(facts, message) });
}
