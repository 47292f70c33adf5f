import { beforeEach, describe, expect, it } from "vitest";
import { autoResolve } from "@/server/calcom/reconciliation/commands/auto-resolve";
import { finishRun, runNow } from "@/server/calcom/reconciliation/commands/finish-run";
import { startRun, type WantedRun } from "@/server/calcom/reconciliation/commands/start-run";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { type ConnectedCompany, createConnectedCompany, steer, withSandbox } from "./connected-company";
import { runRow } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  await steer("/calcom/rate-limit", { perMinute: 1000 });
  ours = await createConnectedCompany();
});

const owner = () => ownerOf(ours.company);
const start = (wanted: WantedRun) => startRun(owner(), { ...wanted, isOwn: true });
const requested = (runId: string) =>
  platformClient().outboxEvent.count({
    where: { name: "calcom/run.requested", payload: { path: ["runId"], equals: runId } },
  });
const runs = () => platformClient().calcomSyncRun.count({ where: { companyId: ours.company.companyId } });

describe("whoever waits at a door", () => {
  it("goes on with the same run that was left behind, and with no other", async () => {
    const { runId } = await start({ kind: "window" });
    const forced = autoResolve(owner(), { strategy: "platform_wins" });
    await expect(forced).rejects.toMatchObject({ reason: "calcom_run_running" });
    expect(await runRow(runId)).toMatchObject({ state: "running", strategy: null });
    await expect(runNow(owner(), { kind: "window" }, { mostSeconds: 60 })).resolves.toMatchObject({ id: runId });
    const next = await start({ kind: "window", strategy: "platform_wins" });
    await autoResolve(owner(), { strategy: "platform_wins" });
    expect(await runRow(next.runId)).toMatchObject({ state: "finished" });
    expect(await runs()).toBe(2);
  });

  it("imports the days that they asked for", async () => {
    const wanted = { kind: "import", backDays: 30, aheadDays: 20 } as const;
    const { runId } = await start(wanted);
    const other = runNow(owner(), { ...wanted, backDays: 20, aheadDays: 30 }, { mostSeconds: 60 });
    await expect(other).rejects.toMatchObject({ reason: "calcom_run_running" });
    expect(await runNow(owner(), wanted, { mostSeconds: 60 })).toMatchObject({ id: runId, state: "finished" });
  });

  it("leaves to the job what takes too long", async () => {
    const { runId } = await start({ kind: "window", strategy: "platform_wins" });
    await steer("/calcom/rate-limit", { perMinute: 1 });
    const finished = finishRun(owner(), { runId, mostSeconds: 0 });
    await expect(finished).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await runRow(runId)).toMatchObject({ state: "running" });
    expect(await requested(runId)).toBe(1);
  });
});
