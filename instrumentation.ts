/** Runs once when a server starts. Only this form keeps Node.js code out of the bundle for the edge runtime. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startOrEnd } = await import("./instrumentation-node");
    await startOrEnd();
  }
}
