/** Runs once when a server starts: a bad environment ends the start, and RUNNER=inline brings the job runner along. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/server/core/env");
  if (env().RUNNER !== "inline") return;
  const { startInlineRunner } = await import("@/inngest/runner/main");
  await startInlineRunner();
}
