import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";
import type { RunnerSettings } from "./context";
import type { Log } from "./database";
import { jobsMode, processBinding } from "./mode";
import { createRunner } from "./runner";

interface JobsOptions {
  connectionString: string;
  log: Log;
  settings?: Partial<RunnerSettings>;
}

/**
 * Starts what works in the background: the publisher of the outbox, and the embedded runner unless Inngest's keys hand
 * the functions to a real server.
 */
export async function startJobs({
  connectionString,
  log,
  settings = {},
}: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const isEmbedded = jobsMode() === "embedded";
  const runner = isEmbedded
    ? createRunner({ connectionString, client: inngest, functions, binding: processBinding(), settings, log })
    : undefined;
  await runner?.start();
  const publisher = await startOutboxPublisher({
    connectionString,
    send: async (events) => {
      await inngest.send(events);
    },
  });
  return {
    async stop() {
      await publisher.stop();
      await runner?.stop();
    },
  };
}
