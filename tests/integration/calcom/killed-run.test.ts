import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { platformClient } from "@/server/core/db";
import { DAY, MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { until } from "../inngest/harness";
import { ended } from "../inngest/workers";
import { type ConnectedCompany, createConnectedCompany, standing, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";
import { driftsOf, runRow, workOff } from "./reconciling";

withSandbox({ calcomRateLimit: 10_000 });
const BOOKINGS = 48;
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(children.map(ended));
});

function startWorker({ company: { companyId } }: ConnectedCompany, runId: string): ChildProcess {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/integration/calcom/run-worker.ts"], {
    env: { ...process.env, COMPANY_ID: companyId, RUN_ID: runId, NOW: NOW.toISOString() },
    stdio: "inherit",
  });
  children.push(child);
  return child;
}

/** Sixteen a day from nine on, over three weeks. */
async function bookMany(ours: ConnectedCompany): Promise<void> {
  for (let at = 0; at < BOOKINGS; at++) {
    const day = wednesdayAt(9).getTime() + Math.floor(at / 16) * 7 * DAY;
    await bookThere(ours, { at: new Date(day + (at % 16) * 30 * MINUTE) });
  }
}

/** Whoever was killed holds the run until its time is over; so it is now. */
const letLeaseEnd = (id: string) =>
  platformClient().calcomSyncRun.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1000) } });

it("is taken up where it was killed, and does nothing twice", async () => {
  const ours = await createConnectedCompany();
  await bookMany(ours);
  const { runId } = await startRun(ownerOf(ours.company), { kind: "import", backDays: 1, aheadDays: 30 });
  const made = async () => (await appointmentsOf(ours)).length;
  let before = 0;
  for (let round = 0; round < 3; round++) {
    const worker = startWorker(ours, runId);
    await until(async () => (await made()) > before, { timeoutMs: 90_000, what: "some to be taken over" });
    worker.kill("SIGKILL");
    await ended(worker);
    before = await made();
    expect(before).toBeLessThan(BOOKINGS);
    expect(await runRow(runId)).toMatchObject({ state: "running", counts: { created: before } });
    await letLeaseEnd(runId);
  }
  for (let steps = 0; steps < 60 && (await workOff(ours, runId)).state !== "over"; steps++);
  expect(await runRow(runId)).toMatchObject({ state: "finished", counts: { created: BOOKINGS, failed: 0, kept: 0 } });
  const appointments = await appointmentsOf(ours);
  const uids = appointments.map(({ calcomBookingUid }) => calcomBookingUid).sort();
  expect(uids).toEqual((await standing(ours)).map(({ uid }) => uid).sort());
  expect((await driftsOf(ours)).map(({ outcome }) => outcome)).toEqual(Array(BOOKINGS).fill("created_here"));
  const changes = await platformClient().appointmentModification.count({
    where: { companyId: ours.company.companyId },
  });
  expect(changes).toBe(BOOKINGS);
}, 240_000);
