/** Runs once when a server starts: a bad environment (half a set of Inngest's keys too) ends the start, and RUNNER=inline brings the job runner along. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/server/core/env");
  const { jobsMode } = await import("@/inngest/runner/mode");
  jobsMode();
  if (env().RUNNER !== "inline") return;
  const { startInlineRunner } = await import("@/inngest/runner/inline");
  await startInlineRunner();
}
