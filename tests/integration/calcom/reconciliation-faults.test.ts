import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import type { RunStep } from "@/server/calcom/reconciliation/commands/work-off-run";
import { changeHeldRun } from "@/server/calcom/reconciliation/repository/held-runs";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";
import { driftsOf, reconcile, runRow, workOff } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  await steer("/calcom/rate-limit", { perMinute: 1000 });
  ours = await createConnectedCompany();
});

afterEach(() => vi.restoreAllMocks());

const owner = () => ownerOf(ours.company);
const start = async (kind: "window" | "horizon" = "horizon") => (await startRun(owner(), { kind })).runId;
const counts = (run: { counts: unknown }) => run.counts as Record<string, number>;
const change = (id: string, data: { leasedUntil?: Date; updatedAt?: Date }) =>
  platformClient().calcomSyncRun.update({ where: { id }, data });

describe("one run at a time", () => {
  it("refuses another one, also one that is started at the same instant", async () => {
    const started = await Promise.allSettled([start(), start(), start()]);
    expect(started.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(start("window")).rejects.toMatchObject({ reason: "calcom_run_running" });
  });

  it("gives up one of which nobody has heard for an hour", async () => {
    const left = await start();
    await change(left, { updatedAt: new Date(Date.now() - 61 * 60_000) });
    const next = await start();
    expect(await runRow(left)).toMatchObject({ state: "failed", failedReason: "abandoned" });
    expect(await runRow(next)).toMatchObject({ state: "running" });
  });

  it("takes nothing from whoever was too slow, and goes no way back", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    const runId = await start();
    const steps = { second: null as RunStep | null };
    // While the first one asks, its time is over and a second one works the stretch off.
    const send = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementationOnce(async (url, init) => {
      const answer = await send(url, init);
      await change(runId, { leasedUntil: new Date(Date.now() - 1) });
      steps.second = await workOff(ours, runId);
      return answer;
    });
    expect(await workOff(ours, runId)).toEqual({ state: "waiting", seconds: 10 });
    expect(steps.second).toEqual({ state: "more" });
    const run = await runRow(runId);
    expect(counts(run)).toMatchObject({ compared: 1, created: 1 });
    expect(run.leasedUntil).toBeNull();
    expect(await driftsOf(ours)).toHaveLength(1);
    await platformClient().calcomSyncRun.update({ where: { id: runId }, data: { leaseToken: newId() } });
    const held = { id: runId, leaseToken: (await runRow(runId)).leaseToken };
    await transact(owner(), (tx) => changeHeldRun(tx, held, { position: run.windowFrom }));
    expect((await runRow(runId)).position).toEqual(run.position);
  });

  it("waits for whoever has it, and goes on where they were killed", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    const runId = await start("window");
    await change(runId, { leasedUntil: new Date(Date.now() + 60_000) });
    expect(await workOff(ours, runId)).toEqual({ state: "waiting", seconds: 10 });
    expect(await appointmentsOf(ours)).toEqual([]);
    await change(runId, { leasedUntil: new Date(Date.now() - 1) });
    expect(await workOff(ours, runId)).toEqual({ state: "more" });
    expect(await workOff(ours, runId)).toEqual({ state: "over" });
    expect(await workOff(ours, runId)).toEqual({ state: "over" });
    expect(await appointmentsOf(ours)).toHaveLength(1);
  });
});

describe("what goes wrong in the middle", () => {
  it("waits as long as Cal.com wants to be left alone, and then goes on", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    await steer("/calcom/rate-limit", { perMinute: 2 });
    const runId = await start();
    const first = await workOff(ours, runId);
    expect(first).toMatchObject({ state: "waiting" });
    const { position } = await runRow(runId);
    expect(position.getTime()).toBeGreaterThan((await runRow(runId)).windowFrom.getTime());
    expect(await workOff(ours, runId)).toMatchObject({ state: "waiting" });
    expect((await runRow(runId)).position).toEqual(position);
    await steer("/calcom/rate-limit", { perMinute: 1000 });
    const later = new Date(owner().now.getTime() + 120_000);
    expect(await workOff(ours, runId, later)).toEqual({ state: "more" });
    expect(await appointmentsOf(ours)).toHaveLength(1);
  });

  it("takes a 429 as no answer at all", async () => {
    await steer("/faults", { provider: "calcom", kind: "rate_limit", count: 1 });
    const runId = await start("window");
    expect(await workOff(ours, runId)).toMatchObject({ state: "waiting" });
    expect(await runRow(runId)).toMatchObject({ state: "running", leasedUntil: null });
  });

  it("tries a fault again, with what was done before it", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    const runId = await start();
    expect(await workOff(ours, runId)).toEqual({ state: "more" });
    await steer("/faults", { provider: "calcom", kind: "error_500", count: 3 });
    await expect(workOff(ours, runId)).rejects.toMatchObject({ reason: "calcom_unavailable" });
    expect(await runRow(runId)).toMatchObject({ state: "running", leasedUntil: null });
    expect(await workOff(ours, runId)).toEqual({ state: "more" });
    expect(await appointmentsOf(ours)).toHaveLength(1);
  });

  it("ends by name when the key is refused, with nothing half done", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    const runId = await start();
    expect(await workOff(ours, runId)).toEqual({ state: "more" });
    await steer("/calcom/keys", { apiKey: ours.apiKey });
    expect(await workOff(ours, runId)).toEqual({ state: "over" });
    const run = await runRow(runId);
    expect(run).toMatchObject({ state: "failed", failedReason: "calcom_key_refused" });
    expect(counts(run)).toMatchObject({ created: 1 });
    expect(await driftsOf(ours)).toHaveLength(1);
    const { companyId } = ours.company;
    const shown = await platformClient().integration.findFirst({ where: { companyId, provider: "calcom" } });
    expect(shown?.status).toBe("error");
  });

  it("writes nothing into another account", async () => {
    const appointmentId = await book(ours);
    await pushAppointment(jobFor(ours), { appointmentId });
    const { companyId } = ours.company;
    await platformClient().integration.deleteMany({ where: { companyId, provider: "calcom" } });
    const config = { account: { id: 4711, name: "Somebody", email: "somebody@example.com" } };
    await platformClient().integration.create({
      data: { id: newId(), companyId, provider: "calcom", status: "connected", config },
    });
    const run = await reconcile(ours);
    expect(run).toMatchObject({ state: "failed", failedReason: "calcom_other_account" });
    expect(await standing(ours)).toHaveLength(1);
  });
});
