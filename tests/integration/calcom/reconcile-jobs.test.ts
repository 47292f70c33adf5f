import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compareWithCalcom } from "@/inngest/calcom/compare-with-calcom";
import { syncAppointmentToCalcom } from "@/inngest/calcom/sync-appointment-to-calcom";
import { inngest } from "@/inngest/client";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { startScheduledRun } from "@/server/calcom/reconciliation/commands/start-scheduled-run";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";
import { addDays, fromWall, toLocal, weekdayOf } from "@/server/core/time";
import { jobOf, ownerOf } from "../../support/actors";
import { wishOf } from "../../support/booking";
import { createTables, platformUrl, quick, until } from "../inngest/harness";
import {
  type ConnectedCompany,
  connect,
  createConnectedCompany,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";
import { runRow } from "./reconciling";

withSandbox({ now: () => new Date() });
let ours: ConnectedCompany;
let stop = async () => {};

beforeAll(async () => {
  await createTables();
  const connectionString = platformUrl();
  const functions = [compareWithCalcom, syncAppointmentToCalcom];
  const settings = { ...quick, maxRetryDelayMs: 100 };
  const runner = createRunner({ connectionString, client: inngest, functions, binding: processBinding(), settings });
  await runner.start();
  const send = async (events: Parameters<typeof inngest.send>[0]) => {
    await inngest.send(events);
  };
  const publisher = await startOutboxPublisher({ connectionString, send });
  stop = async () => {
    await publisher.stop();
    await runner.stop();
  };
});
afterAll(() => stop());

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const owner = () => ownerOf(ours.company, new Date());
const over = (runId: string) =>
  until(async () => ((await runRow(runId)).state === "running" ? null : runRow(runId)), { timeoutMs: 60_000 });

/** Jobs live in real time: a day of the coming week on which the shop is open. */
function soonAt(hours: number): Date {
  const today = toLocal("Europe/Berlin", Date.now()).date;
  const day = addDays(today, weekdayOf(addDays(today, 2)) === 0 ? 3 : 2);
  return new Date(fromWall("Europe/Berlin", day, hours * 60));
}

describe("the job", () => {
  it("brings both sides together, through a fault", async () => {
    await steer("/faults", { provider: "calcom", kind: "error_500", method: "GET", count: 3 });
    await bookThere(ours, { at: soonAt(11) });
    await bookAppointment(owner(), wishOf(ours, soonAt(14)));
    const { runId } = await startRun(owner(), { kind: "window" });
    expect(await over(runId)).toMatchObject({ state: "finished", failedReason: null });
    await until(async () => (await standing(ours)).length === 2, { timeoutMs: 60_000 });
    expect(await appointmentsOf(ours)).toHaveLength(2);
  });

  it("ends by name when the fault does not pass", async () => {
    await steer("/faults", { provider: "calcom", kind: "error_500", method: "GET" });
    const { runId } = await startRun(owner(), { kind: "window" });
    expect(await over(runId)).toMatchObject({ state: "failed", failedReason: "calcom_unavailable" });
  });
});

it("starts nothing where nothing is connected", async () => {
  const job = () => jobOf(ours.company, "reconcile-calcom", new Date());
  await connect(ours, null);
  expect(await startScheduledRun(job())).toBeNull();
});
