import { afterAll, beforeAll, expect, it } from "vitest";
import { companyIdOf } from "@/prisma/seed/business";
import { salonLindner } from "@/prisma/seed/businesses/salon-lindner";
import { calcomWorld } from "@/prisma/seed/calcom-world";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { listStandingBookings } from "@/prisma/seed/standing-bookings";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import { companyContext, jobContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { startProviders } from "../../support/providers";

const keys = { calcomApiKey: "cal_test_of_the_demo", calcomWebhookSecret: "secret_test" };
const companyId = companyIdOf(salonLindner);
const now = new Date();
const db = platformClient();

beforeAll(async () => {
  await seedDemo(db, { now, keys });
});

/** A sandbox begins without a memory, and is told what a copy tells it at each start. */
async function startAgain() {
  const sandbox = await startProviders({ calcomRateLimit: 1000, now: () => new Date() });
  const world = { apiKey: keys.calcomApiKey, ...calcomWorld(), bookings: await listStandingBookings(db, companyId) };
  const answer = await fetch(`${sandbox.url}/_/calcom/seed`, { method: "POST", body: JSON.stringify(world) });
  expect(answer.ok).toBe(true);
  return { ...sandbox, bookings: async () => (await (await fetch(`${sandbox.url}/_/bookings`)).json()) as unknown[] };
}

let running: Awaited<ReturnType<typeof startAgain>>;
beforeAll(async () => {
  running = await startAgain();
});
afterAll(() => running.stop());

async function compareAll() {
  const ctx = companyContext({
    companyId: jobContext({ companyId }, "test").companyId,
    actor: { kind: "job", name: "test" },
  });
  const { runId } = await startRun(ctx, { kind: "horizon" });
  for (let steps = 0; steps < 60; steps++) {
    const step = await workOffRun(jobContext({ companyId }, "compare-with-calcom"), { runId });
    if (step.state === "over") return db.calcomSyncRun.findUniqueOrThrow({ where: { id: runId } });
  }
  throw new Error("the run does not come to its end");
}

const askedFor = () =>
  db.outboxEvent.count({ where: { companyId, name: { in: ["calcom/sync.owed", "calcom/sync.requested"] } } });

it("knows every coming appointment that the demo shows as written there", async () => {
  const coming = await db.appointment.findMany({
    where: { companyId, startsAt: { gt: now }, status: { in: ["pending", "confirmed"] }, classSessionId: null },
    select: { calcomSyncStatus: true, calcomBookingUid: true },
  });
  expect(coming.filter((one) => one.calcomSyncStatus !== "synced" || !one.calcomBookingUid)).toEqual([]);
  expect((await running.bookings()).length).toBeGreaterThanOrEqual(coming.length);
});

it.each(["at first", "after a restart"])("finds both sides equal %s, and asks for nothing", async (when) => {
  if (when === "after a restart") {
    await running.stop();
    running = await startAgain();
  }
  const run = await compareAll();
  expect(run).toMatchObject({ state: "finished", failedReason: null });
  expect(run.counts).toMatchObject({ drifted: 0, failed: 0, waiting: 0, unwritten: 0 });
  expect((run.counts as { equal: number }).equal).toBeGreaterThanOrEqual(150);
  expect(await askedFor()).toBe(0);
});
