import { expect, it } from "vitest";
import { bookingAt, HAIRCUT, OWNER, runSandbox } from "./running-sandbox";

const TEN = "2026-12-08T09:00:00Z";

async function salon(config = {}) {
  const sandbox = await runSandbox(config);
  await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT] });
  return sandbox;
}

it("loses an answer, but not its effect", async () => {
  const { calcom, steer } = await salon();
  await steer("/faults", { provider: "calcom", kind: "lost_answer", count: 1, path: "/bookings" });
  await expect(calcom("/bookings", { body: bookingAt(TEN) })).rejects.toThrow();
  const { body } = await calcom("/bookings?afterStart=2026-12-08T09:00:00Z&beforeEnd=2026-12-08T09:30:00Z");
  expect(body.data).toMatchObject([{ metadata: { appointmentId: "a-1" } }]);
});

it("fails as often as it was told, in the vendor's words, without an effect", async () => {
  const { calcom, steer } = await salon();
  await steer("/faults", { provider: "calcom", kind: "error_500", count: 2 });
  for (const _ of [1, 2]) {
    const { status, body } = await calcom("/bookings", { body: bookingAt(TEN) });
    expect([status, body]).toEqual([500, { statusCode: 500, message: "Internal server error" }]);
  }
  expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(201);
  expect((await steer("/faults")).body).toMatchObject([{ hits: 2 }]);
});

it("strikes only that provider, path and method", async () => {
  const { calcom, steer, url } = await salon();
  await steer("/faults", { provider: "calcom", kind: "error_500", path: "/bookings", method: "post" });
  expect((await calcom("/me")).status).toBe(200);
  expect((await calcom("/bookings")).status).toBe(200);
  expect((await fetch(`${url}/resend/emails`, { method: "POST" })).status).toBe(401);
  expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(500);
  await steer("/faults", undefined, "DELETE");
  expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(201);
});

it("strikes a share of the requests", async () => {
  const chances = [0.9, 0.1, 0.9];
  const { calcom, steer } = await salon({ random: () => chances.shift() ?? 1 });
  await steer("/faults", { provider: "calcom", kind: "rate_limit", rate: 0.5 });
  const statuses = [];
  for (const _ of chances.slice()) statuses.push((await calcom("/me")).status);
  expect(statuses).toEqual([200, 429, 200]);
});

it("makes answers late", async () => {
  const { calcom, steer } = await salon();
  await steer("/faults", { provider: "calcom", kind: "latency", latencyMs: 150 });
  const started = performance.now();
  expect((await calcom("/me")).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(140);
});

it("never answers, until whoever waits gives up", async () => {
  const { steer, url } = await salon();
  await steer("/faults", { provider: "calcom", kind: "timeout" });
  const waiting = fetch(`${url}/calcom/v2/me`, { signal: AbortSignal.timeout(100) });
  await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
});

it("refuses a fault it does not know", async () => {
  const { steer } = await salon();
  expect((await steer("/faults", { provider: "calcom", kind: "gremlins" })).status).toBe(400);
});

it("forgets what happened on reset, and all that was set up only when asked to", async () => {
  const { calcom, steer } = await salon();
  await calcom("/bookings", { body: bookingAt(TEN) });
  await steer("/faults", { provider: "calcom", kind: "error_500" });
  await steer("/reset", {});
  expect((await steer("/bookings")).body).toEqual([]);
  expect((await calcom("/event-types/100")).status).toBe(200);
  await steer("/reset", { everything: true });
  expect((await calcom("/event-types/100")).status).toBe(404);
});
