import { jobsMode } from "@/inngest/runner/mode";
import { env } from "@/server/core/env";

/** Next.js would go on half-started after an error at this point, so a bad start ends the process. */
export async function startOrEnd(): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Refuses a bad environment (half a set of Inngest's keys too); RUNNER=inline brings the job runner along. */
async function start(): Promise<void> {
  const { RUNNER } = env();
  jobsMode();
  if (RUNNER !== "inline") return;
  const { startInlineRunner } = await import("@/inngest/runner/inline");
  await startInlineRunner();
}
