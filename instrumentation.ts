/** Runs once when a server starts. Next.js would go on half-started after an error here, so a bad start ends the process. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

/** Refuses a bad environment (half a set of Inngest's keys too); RUNNER=inline brings the job runner along. */
async function start() {
  const { env } = await import("@/server/core/env");
  const { jobsMode } = await import("@/inngest/runner/mode");
  const { RUNNER } = env();
  jobsMode();
  if (RUNNER !== "inline") return;
  const { startInlineRunner } = await import("@/inngest/runner/inline");
  await startInlineRunner();
}
