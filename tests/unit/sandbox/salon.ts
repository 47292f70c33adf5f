import { HAIRCUT, OWNER, runSandbox } from "./running-sandbox";

/** The other side with one host and one event type. */
export async function salon(eventType: Record<string, unknown> = {}, config = {}) {
  const sandbox = await runSandbox(config);
  await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [{ ...HAIRCUT, ...eventType }] });
  return sandbox;
}
