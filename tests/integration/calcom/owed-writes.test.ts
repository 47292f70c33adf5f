import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { compareWithCalcom } from "@/inngest/calcom/compare-with-calcom";
import { processCalcomWebhookJob } from "@/inngest/calcom/process-calcom-webhook";
import { syncAppointmentToCalcom } from "@/inngest/calcom/sync-appointment-to-calcom";
import { syncOwedToCalcom } from "@/inngest/calcom/sync-owed-to-calcom";
import { inngest } from "@/inngest/client";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { queueBehindAppointments } from "@/server/calcom/commands/queue-behind-appointments";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { platformClient } from "@/server/core/db";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";
import { addDays, fromWall, HOUR, toLocal, weekdayOf } from "@/server/core/time";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import { jobOf, ownerOf } from "../../support/actors";
import { wishOf } from "../../support/booking";
import { createTables, platformUrl, quick, until } from "../inngest/harness";
import { appointmentRow, type ConnectedCompany, standing, steer, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere, createListeningCompany, withDoor } from "./inbound-deliveries";

const OWED = 150;
/** Whoever waits for it waits no longer. */
const SECONDS = { timeoutMs: 60_000 };

withSandbox({ now: () => new Date() });
withDoor();
const tables = createTables();
const connectionString = platformUrl();
let ours: ConnectedCompany;
let stop = async () => {};

beforeEach(async () => {
  await steer("/calcom/rate-limit", { perMinute: 120 });
  ours = await createListeningCompany();
});
afterAll(() => tables.close());

async function startJobs() {
  const functions = [compareWithCalcom, processCalcomWebhookJob, syncAppointmentToCalcom, syncOwedToCalcom];
  const settings = { ...quick, maxRetryDelayMs: 100 };
  const runner = createRunner({ connectionString, client: inngest, functions, binding: processBinding(), settings });
  await runner.start();
  const publisher = await startOutboxPublisher({
    connectionString,
    send: async (events) => {
      await inngest.send(events);
    },
  });
  stop = async () => {
    await publisher.stop();
    await runner.stop();
  };
}
beforeAll(startJobs);
afterAll(() => stop());

const owner = () => ownerOf(ours.company, new Date());
const job = () => jobOf(ours.company, "sweep-calcom", new Date());
const count = (calcomSyncStatus: "pending" | "synced") =>
  platformClient().appointment.count({ where: { companyId: ours.company.companyId, calcomSyncStatus } });
const isSynced = async (id: string) => (await appointmentRow(id)).calcomSyncStatus === "synced";

/** The coming days on which the shop is open. */
function openDays(count: number): string[] {
  const today = toLocal("Europe/Berlin", Date.now()).date;
  const days = Array.from({ length: count + 3 }, (_, ahead) => addDays(today, ahead + 1));
  return days.filter((day) => weekdayOf(day) !== 0).slice(0, count);
}
const at = (day: string, hours: number) => new Date(fromWall("Europe/Berlin", day, hours * 60));

/** As if they had been there before anybody told the other side: no job hears of them. */
async function bookUnheard(count: number): Promise<string[]> {
  const staffIds = [ours.staff.id, ours.colleague.id];
  const halves = [10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5];
  const wishes = openDays(10).flatMap((day) =>
    halves.flatMap((hour) => staffIds.map((staffId) => ({ ...wishOf(ours, at(day, hour)), staffId }))),
  );
  const ids: string[] = [];
  for (const wish of wishes.slice(0, count)) ids.push((await bookAppointment(owner(), wish)).appointment.id);
  return ids;
}

/** The time until it is their turn, or until Cal.com may be asked again, passes at once. */
const passTime = () =>
  tables.pool.query("UPDATE inngest.job SET due_at = now(), order_at = now() WHERE due_at > now() AND owner IS NULL");

it("lets whom somebody waits for go first, and writes everything once", async () => {
  await stop();
  const owed = await bookUnheard(OWED);
  await platformClient().outboxEvent.deleteMany({ where: { companyId: ours.company.companyId } });
  await startJobs();
  await startRun(owner(), { kind: "window" });
  await until(async () => (await count("pending")) + (await count("synced")) === OWED, {
    timeoutMs: 90_000,
  });
  const [day = ""] = openDays(1);
  await bookThere(ours, { at: at(day, 15) });
  const { appointment } = await bookAppointment(owner(), wishOf(ours, at(day, 16)));
  await until(() => isSynced(appointment.id), { ...SECONDS, what: "the booking from here" });
  const come = async () => (await appointmentsOf(ours)).some(({ startsAt }) => +startsAt === +at(day, 15));
  await until(come, { ...SECONDS, what: "the booking from there" });
  expect(await count("pending")).toBeGreaterThan(OWED / 2);

  await steer("/calcom/rate-limit", { perMinute: 5000 });
  await until(
    async () => {
      await passTime();
      return (await count("synced")) === OWED + 2;
    },
    { timeoutMs: 90_000, what: "what was owed" },
  );
  const written = (await standing(ours)).flatMap(({ metadata }) => metadata.appointmentId ?? []);
  expect(written.sort()).toEqual([...owed, appointment.id].sort());
}, 240_000);

it("queues up again as often as Cal.com wants to be left alone, and is no failure for that", async () => {
  const pause = (restSeconds: number) =>
    recordIntegrationResult(owner(), { provider: "calcom", result: { kind: "success", restSeconds } });
  await stop();
  const [appointmentId = ""] = await bookUnheard(1);
  await platformClient().outboxEvent.deleteMany({ where: { companyId: ours.company.companyId } });
  await pause(600);
  expect(await pushAppointment(job(), { appointmentId, isPatient: true })).toMatchObject({ state: "waiting" });
  const updatedAt = new Date(Date.now() - HOUR);
  await platformClient().appointment.update({ where: { id: appointmentId }, data: { updatedAt } });
  await startJobs();
  expect(await queueBehindAppointments(job())).toBe(1);
  const turns = async () => {
    const runs = await tables.runs("askproai-sync-owed-to-calcom");
    return runs.filter(({ events }) => events[0]?.data.appointmentId === appointmentId).length;
  };
  await until(async () => {
    await passTime();
    return (await turns()) >= 3;
  });
  expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "pending" });
  await platformClient().integration.updateMany({
    where: { companyId: ours.company.companyId, provider: "calcom" },
    data: { config: {} },
  });
  await until(async () => {
    await passTime();
    return isSynced(appointmentId);
  });
  expect(await standing(ours)).toMatchObject([{ metadata: { appointmentId } }]);
});
