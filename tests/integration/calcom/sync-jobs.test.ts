import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sweepCalcom } from "@/inngest/calcom/sweep-calcom";
import { syncAppointmentToCalcom } from "@/inngest/calcom/sync-appointment-to-calcom";
import { syncOwedToCalcom } from "@/inngest/calcom/sync-owed-to-calcom";
import { inngest } from "@/inngest/client";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { queueBehindAppointments } from "@/server/calcom/commands/queue-behind-appointments";
import { platformClient } from "@/server/core/db";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";
import { addDays, fromWall, MINUTE, toLocal, weekdayOf } from "@/server/core/time";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import { wishOf } from "../../support/booking";
import { createTables, platformUrl, quick, until } from "../inngest/harness";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";

withSandbox({ now: () => new Date() });
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

describe("the sweep", () => {
  const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
  const queued = async (now: Date) => queueBehindAppointments(jobOf(ours.company, "sweep-calcom", now));
  const asked = async () =>
    (
      await platformClient().outboxEvent.findMany({
        where: { companyId: ours.company.companyId, name: "calcom/sync.owed" },
      })
    ).map(({ payload }) => payload);

  it("asks again for a day for what failed by a fault, and not for what was refused", async () => {
    const appointmentId = await book(ours);
    await steer("/faults", { provider: "calcom", kind: "error_500", count: 1 });
    await expect(pushAppointment(jobFor(ours), { appointmentId, isLastTry: true })).rejects.toThrow();
    await platformClient().teamEventTypeMapping.updateMany({
      where: { companyId: ours.company.companyId, staffId: ours.colleague.id },
      data: { isActive: false },
    });
    const refused = await book(ours, { staffId: ours.colleague.id });
    expect(await pushAppointment(jobFor(ours), { appointmentId: refused })).toMatchObject({ state: "failed" });
    expect(await queued(hoursLater(1))).toBe(1);
    expect(await asked()).toMatchObject([{ appointmentId }]);
    expect(await queued(hoursLater(25))).toBe(0);
  });

  it("asks again for what has waited for too long, and leaves alone what has just begun", async () => {
    const appointmentId = await book(ours);
    await steer("/faults", { provider: "calcom", kind: "error_500", count: 1 });
    await expect(pushAppointment(jobFor(ours), { appointmentId })).rejects.toThrow();
    const age = (updatedAt: Date) =>
      platformClient().appointment.update({ where: { id: appointmentId }, data: { updatedAt } });
    await age(hoursLater(0.9));
    expect(await queued(hoursLater(1))).toBe(0);
    await age(hoursLater(0.4));
    expect(await queued(hoursLater(1))).toBe(1);
  });
});

/** Jobs live in real time: a wall time of a day of the coming week on which the shop is open. */
function soonAt(hours: number): Date {
  const today = toLocal("Europe/Berlin", Date.now()).date;
  const day = addDays(today, weekdayOf(addDays(today, 2)) === 0 ? 3 : 2);
  return new Date(fromWall("Europe/Berlin", day, hours * 60));
}

describe("the job", () => {
  let stop = async () => {};

  beforeAll(async () => {
    const functions = [syncAppointmentToCalcom, syncOwedToCalcom, sweepCalcom];
    const connectionString = platformUrl();
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
  });
  afterAll(() => stop());

  const owner = () => ownerOf(ours.company, new Date());
  const bookSoon = async () => (await bookAppointment(owner(), wishOf(ours, soonAt(10)))).appointment.id;
  const synced = (appointmentId: string, version: number) =>
    until(async () => {
      const row = await appointmentRow(appointmentId);
      return row.calcomSyncStatus === "synced" && row.calcomSyncedVersion === version ? row : null;
    });

  it("follows an appointment from booking to cancellation, through faults", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
    const appointmentId = await bookSoon();
    await synced(appointmentId, 1);
    expect(await standing(ours)).toMatchObject([{ start: soonAt(10).toISOString(), metadata: { appointmentId } }]);
    await steer("/faults", { provider: "calcom", kind: "error_500", method: "POST", count: 1 });
    await rescheduleAppointment(owner(), {
      appointmentId,
      newStartsAt: soonAt(15),
      isConfirmed: true,
    });
    await synced(appointmentId, 2);
    expect(await standing(ours)).toMatchObject([{ start: soonAt(15).toISOString() }]);
    await cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: true });
    await synced(appointmentId, 3);
    expect(await standing(ours)).toEqual([]);
    expect(await there(ours)).toHaveLength(2);
  });

  it("ends with a refusal that is seen, without another try", async () => {
    await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId: ours.company.companyId } });
    const appointmentId = await bookSoon();
    const row = await until(async () => {
      const found = await appointmentRow(appointmentId);
      return found.calcomSyncStatus === "failed" ? found : null;
    });
    expect(row.calcomSyncError).toBe("no event type for Haarschnitt / Alex Muster");
  });

  it("has failed after its tries, and is made good by the sweep's request", async () => {
    await steer("/faults", { provider: "calcom", kind: "error_500" });
    const appointmentId = await bookSoon();
    await until(async () => (await appointmentRow(appointmentId)).calcomSyncStatus === "failed");
    await steer("/faults", undefined, "DELETE");
    expect(await queueBehindAppointments(jobOf(ours.company, "sweep-calcom", new Date()))).toBe(1);
    await synced(appointmentId, 1);
    expect(await there(ours)).toHaveLength(1);
  });

  it("does nothing while operators have it switched off, and follows from the next change on when it is on again", async () => {
    const switchTo = (featureFlags: Record<string, boolean>) =>
      platformClient().tenant.update({ where: { id: ours.company.tenantId }, data: { featureFlags } });
    const tables = createTables();
    await switchTo({ calcom_sync: false });
    const appointmentId = await bookSoon();
    await until(async () => {
      const { rows } = await tables.pool.query("SELECT output, events FROM inngest.run WHERE status = 'completed'");
      const own = rows.find(({ events }) => JSON.stringify(events).includes(appointmentId));
      return JSON.stringify(own?.output ?? "").includes("skipped");
    });
    await tables.close();
    expect(await there(ours)).toEqual([]);
    await switchTo({});
    await rescheduleAppointment(owner(), { appointmentId, newStartsAt: soonAt(15), isConfirmed: true });
    await synced(appointmentId, 2);
    expect(await standing(ours)).toMatchObject([{ start: soonAt(15).toISOString() }]);
  });

  it("frees the time there of what is said to be missed before it begins", async () => {
    const appointmentId = await bookSoon();
    await synced(appointmentId, 1);
    await markNoShow(ownerOf(ours.company, new Date(soonAt(10).getTime() + 5 * MINUTE)), { appointmentId });
    await synced(appointmentId, 2);
    expect(await there(ours)).toMatchObject([{ status: "cancelled" }]);
  });
});
