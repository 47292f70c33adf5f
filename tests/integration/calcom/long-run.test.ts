import { afterAll, beforeAll, expect, it } from "vitest";
import { compareJob } from "@/inngest/calcom/compare-with-calcom";
import { inngest } from "@/inngest/client";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";
import { ownerOf } from "../../support/actors";
import { createTables, platformUrl, quick, until } from "../inngest/harness";
import { createConnectedCompany, withSandbox } from "./connected-company";
import { runRow } from "./reconciling";

withSandbox({ now: () => new Date() });
let stop = async () => {};

beforeAll(async () => {
  await createTables();
  const connectionString = platformUrl();
  const job = { client: inngest, functions: [compareJob({ mostSteps: 3 })], binding: processBinding() };
  const runner = createRunner({ connectionString, ...job, settings: quick });
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

it("ends a run by name that takes more steps than any should, and keeps nobody from the next one", async () => {
  const { company } = await createConnectedCompany();
  const owner = () => ownerOf(company, new Date());
  const over = (runId: string) =>
    until(async () => ((await runRow(runId)).state === "running" ? null : runRow(runId)), { timeoutMs: 60_000 });
  const long = await over((await startRun(owner(), { kind: "horizon" })).runId);
  expect(long).toMatchObject({ state: "failed", failedReason: "calcom_run_too_long" });
  expect(long.position > long.windowFrom && long.position < long.windowUntil).toBe(true);
  const short = await over((await startRun(owner(), { kind: "window" })).runId);
  expect(short).toMatchObject({ state: "finished", failedReason: null });
});
