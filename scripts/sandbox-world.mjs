// What the sandbox must know of the demo businesses: it keeps its state in memory, so it is told after every start.

/** Tells a sandbox about the demo's calendars and telephone lines; safe to repeat. */
export async function plantWorld(sandboxUrl, { calcomWorld, retellWorld }) {
  if (calcomWorld) await tell(`${sandboxUrl}/_/calcom/seed`, calcomWorld);
  if (retellWorld) await tell(`${sandboxUrl}/_/retell/seed`, retellWorld);
}

async function tell(url, world) {
  const body = JSON.stringify(world);
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
