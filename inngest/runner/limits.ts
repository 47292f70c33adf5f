import type { Operation } from "./protocol";

/** The Inngest server's own limits: code that fits here fits there. */
export const MAX_STEPS = 1000;
export const MAX_STEP_OUTPUT_BYTES = 4 * 1024 * 1024;
export const MAX_STATE_BYTES = 32 * 1024 * 1024;
export const MAX_EVENT_BYTES = 512 * 1024;
/** A job whose worker died this often while it held it takes its run down instead of the next worker. */
export const MAX_CRASHES = 5;

const NO_STEP = new Set(["RunComplete", "DiscoveryRequest"]);

/** Says which limit new results break, or null. `stepsBefore` counts the steps that the run has already. */
export function findBrokenLimit(operations: Operation[], stepsBefore: number): string | null {
  const steps = operations.filter(({ op }) => !NO_STEP.has(op));
  if (stepsBefore + steps.length > MAX_STEPS) return `a run has at most ${MAX_STEPS} steps`;
  const large = steps.find(({ data }) => byteLength(data) > MAX_STEP_OUTPUT_BYTES);
  return large ? `the output of "${large.displayName ?? large.id}" is larger than 4 MB` : null;
}

/** Bytes on the wire, as JSON. */
export function byteLength(value: unknown): number {
  return typeof value === "object" || typeof value === "string" ? Buffer.byteLength(JSON.stringify(value)) : 0;
}
