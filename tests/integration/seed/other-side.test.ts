import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arePeopleMatched, areServicesMapped } from "@/components/calcom/mapping/standing";
import { companyIdOf } from "@/prisma/seed/business";
import { salonLindner } from "@/prisma/seed/businesses/salon-lindner";
import { CALCOM_TEAM, calcomWorld } from "@/prisma/seed/calcom-world";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { readStandingWorld } from "@/prisma/seed/standing-world";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { findDaySlots } from "@/server/availability/queries/find-day-slots";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { checkWebhook } from "@/server/calcom/connection/commands/check-webhook";
import { registerWebhook } from "@/server/calcom/connection/commands/register-webhook";
import { getConnection } from "@/server/calcom/connection/queries/get-connection";
import { findWebhookSecret } from "@/server/calcom/connection/repository";
import { pushEventTypes } from "@/server/calcom/mapping/commands/push-event-types";
import { getMappingReview } from "@/server/calcom/mapping/queries/get-mapping-review";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import { companyContext, jobContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
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
  const planted = calcomWorld();
  const { eventTypes, ...standing } = await readStandingWorld(db, { companyId, appUrl: env().APP_URL });
  const all = { ...planted, ...standing, eventTypes: [...planted.eventTypes, ...eventTypes] };
  const world = { apiKey: keys.calcomApiKey, ...all };
  const answer = await fetch(`${sandbox.url}/_/calcom/seed`, { method: "POST", body: JSON.stringify(world) });
  expect(answer.ok).toBe(true);
  return { ...sandbox, bookings: async () => (await (await fetch(`${sandbox.url}/_/bookings`)).json()) as unknown[] };
}

let running: Awaited<ReturnType<typeof startAgain>>;
beforeAll(async () => {
  running = await startAgain();
});
afterAll(() => running.stop());

const someone = () =>
  companyContext({
    companyId: jobContext({ companyId }, "test").companyId,
    actor: { kind: "job", name: "test" },
  });

async function compareAll() {
  const ctx = someone();
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

it("is printed for whoever starts it, by a script that comes to its end", async () => {
  const script = ["scripts/run.mjs", "prisma/seed/print-standing-world.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 64 * 1024 * 1024 });
  const world = await readStandingWorld(db, { companyId, appUrl: env().APP_URL });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(world)));
});

it("has everybody matched and every service mapped, each at its length: nothing is left to do", async () => {
  const review = await getMappingReview(someone());
  expect([arePeopleMatched(review), areServicesMapped(review)]).toEqual([true, true]);
  const others = review.offers.filter(({ lengthMinutes, mapping }) => mapping?.lengthMinutes !== lengthMinutes);
  expect([others, review.gaps]).toEqual([[], []]);
});

it("has each service stand in the team as it would be brought there, with the person who serves it as its host", async () => {
  const { offers, eventTypes } = await getMappingReview(someone());
  const hosts = new Map(eventTypes.map(({ id, hostIds }) => [id, hostIds]));
  const people = await db.calcomTeamMember.findMany({ where: { companyId } });
  const served = offers.map(({ staffId, mapping }) => [staffId, hosts.get(mapping?.calcomEventTypeId ?? 0)]);
  const expected = offers.map(({ staffId }) => [
    staffId,
    [people.find((one) => one.staffId === staffId)?.calcomUserId],
  ]);
  expect(served).toEqual(expected);
  expect(await db.teamEventTypeMapping.count({ where: { companyId, calcomTeamId: CALCOM_TEAM.id } })).toBe(
    offers.length,
  );
  const nothing = { success: true, eventTypesCreated: 0, eventTypesUpdated: 0, errors: [] };
  expect(await pushEventTypes(someone())).toEqual({ ...nothing, eventTypesUnchanged: offers.length });
  expect(await pushEventTypes(someone(), { isNightly: true })).toMatchObject({ eventTypesUnchanged: offers.length });
});

it("is told of each of the team's types, and of what the owner has by types of their own", async () => {
  expect(await checkWebhook(someone())).toEqual({ state: "registered" });
  const { teamTypeCount, toldTypeCount } = (await getConnection(someone())).webhook;
  expect([toldTypeCount, teamTypeCount]).toEqual([calcomWorld().eventTypes.length, toldTypeCount]);
});

/** The first free time of the coming month, in whichever branch has one. */
async function bookSoon(serviceId: string): Promise<string> {
  const { id: customerId } = await db.customer.findFirstOrThrow({
    where: { companyId, appointments: { none: { startsAt: { gt: now } } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const branches = await db.branch.findMany({ where: { companyId }, select: { id: true }, orderBy: { id: "asc" } });
  const places = branches.flatMap(({ id: branchId }) =>
    Array.from({ length: 28 }, (_, day) => ({
      branchId,
      date: new Date(now.getTime() + (day + 2) * DAY).toISOString().slice(0, 10),
    })),
  );
  for (const { branchId, date } of places) {
    const [first] = (await findDaySlots(someone(), { date, serviceId, branchId })).slots;
    if (!first) continue;
    const { staffId, startsAt } = first;
    const wish = { customerId, serviceId, branchId, staffId, startsAt: new Date(startsAt) };
    const booked = await bookAppointment(someone(), { ...wish, source: "phone", notifyCustomer: false });
    return booked.appointment.id;
  }
  throw new Error("nobody has time");
}

it("writes whatever it offers, in as many parts as it has", async () => {
  const services = await db.service.findMany({
    where: { companyId, isActive: true },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const written: Record<string, unknown> = {};
  for (const { id, name } of services) {
    const appointmentId = await bookSoon(id);
    const { state } = await pushAppointment(jobContext({ companyId }, "sync-appointment-to-calcom"), { appointmentId });
    written[name] = state;
  }
  expect(new Set(Object.values(written)), JSON.stringify(written)).toEqual(new Set(["synced"]));
});

it("keeps over a restart what was brought there and registered since", async () => {
  const { id: staffId } = await db.staff.findFirstOrThrow({
    where: { companyId, isActive: true },
    orderBy: { id: "asc" },
  });
  const { id: changed } = await db.service.findFirstOrThrow({ where: { companyId, isComposite: false } });
  await db.service.update({ where: { id: changed }, data: { durationMinutes: 75, bufferAfterMinutes: 20 } });
  const service = { companyId, name: "Brautfrisur", durationMinutes: 90, bufferBeforeMinutes: 15, priceCents: 12_000 };
  const { id: serviceId } = await db.service.create({ data: { ...service, id: newId() } });
  await db.staffService.create({ data: { id: newId(), companyId, serviceId, staffId } });
  const pushed = await pushEventTypes(someone());
  expect(pushed).toMatchObject({ eventTypesCreated: 1, errors: [] });
  expect(pushed.eventTypesUpdated).toBeGreaterThan(0);
  await registerWebhook(someone());
  await running.stop();
  running = await startAgain();
  const nothing = { success: true, eventTypesCreated: 0, eventTypesUpdated: 0, errors: [] };
  expect(await pushEventTypes(someone())).toMatchObject(nothing);
  expect(await checkWebhook(someone())).toEqual({ state: "registered" });
  const { subscribers } = await readStandingWorld(db, { companyId, appUrl: env().APP_URL });
  const secret = await transact(someone(), findWebhookSecret);
  expect(subscribers.filter((one) => one.secret !== secret)).toEqual([]);
});

it("can be told again also where somebody was matched with a person of another account since", async () => {
  const { id } = await db.calcomTeamMember.findFirstOrThrow({
    where: { companyId },
    orderBy: { calcomUserId: "desc" },
  });
  await db.calcomTeamMember.update({ where: { id }, data: { calcomUserId: 77_777 } });
  await running.stop();
  running = await startAgain();
  expect((await running.bookings()).length).toBeGreaterThan(0);
});
