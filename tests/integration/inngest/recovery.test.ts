import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultSettings } from "@/inngest/runner/context";
import { createPool, SHARED_LOCK, sharedLock } from "@/inngest/runner/database";
import { insertEvents } from "@/inngest/runner/events";
import { cleanUp } from "@/inngest/runner/maintenance";
import { createRegistry } from "@/inngest/runner/registry";
import { findRun, listRuns, requestCancel, requestReplay } from "@/inngest/runner/runs";
import { createTables, platformUrl, startTestRunner, type TestClient, until } from "./harness";

const tables = createTables();
const gates = new Set<string>();
const stops: (() => Promise<void>)[] = [];
let client: TestClient;
let begun = 0;

const functions = (made: TestClient) => [
  made.createFunction({ id: "gated", triggers: [{ event: "recover/gated" }] }, async ({ step }) => {
    await step.run("before", () => {
      begun++;
    });
    await step.run("wait", () => until(() => gates.has("gated"), { what: "the gate" }));
    return step.run("after", () => "after");
  }),
  made.createFunction({ id: "quick", triggers: [{ event: "recover/quick" }] }, async ({ event }) => event.data.n),
  made.createFunction({ id: "sleeper", triggers: [{ event: "recover/sleep" }] }, async ({ step }) => {
    await step.run("first", () => 1);
    await step.sleep("long", "1h");
  }),
  made.createFunction({ id: "retrying", triggers: [{ event: "recover/retry" }], retries: 1 }, async ({ step }) => {
    await step.run("try", () => {
      if (!gates.has("retry")) throw new Error("not yet");
    });
  }),
  made.createFunction(
    { id: "nightly", triggers: [{ cron: "TZ=Europe/Berlin 0 3 * * *" }] },
    async ({ event }) => event,
  ),
];

beforeAll(async () => {
  for (let worker = 0; worker < 2; worker++) {
    const started = await startTestRunner({
      functions,
      settings: { backoffMs: [3_600_000], maxRetryDelayMs: 3_600_000 },
    });
    client = started.client;
    stops.push(() => started.runner.stop());
  }
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await tables.close();
});

it("goes on after every connection to the database was lost", async () => {
  await client.send({ name: "recover/gated", data: {} });
  await until(() => begun === 1, { what: "the first step" });
  const lost = await tables.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  expect(lost.rowCount).toBeGreaterThan(2);
  gates.add("gated");
  const [run] = await tables.endedRuns("test-gated", 1);
  expect(run).toMatchObject({ status: "completed", output: "after" });
  expect(begun).toBe(1);
  await insertEvents(tables.pool, [{ name: "recover/quick", data: { n: 7 } }]);
  const [later] = await tables.endedRuns("test-quick", 1);
  expect(later?.output).toBe(7);
});

it("is not held up by a worker that froze inside a transaction", async () => {
  const frozen = createPool(platformUrl(), { max: 1, log: () => {}, idleTransactionMs: 500 });
  const connection = await frozen.connect();
  await connection.query("BEGIN");
  await connection.query("SELECT pg_advisory_xact_lock($1, $2)", [SHARED_LOCK, sharedLock.claim]);
  await client.send({ name: "recover/gated", data: {} });
  const runs = await tables.endedRuns("test-gated", 2);
  expect(runs.map(({ status }) => status)).toEqual(["completed", "completed"]);
  connection.release(true);
  await frozen.end();
});

it("starts one run for each firing of a schedule, however many workers", async () => {
  await tables.pool.query("UPDATE inngest.cron SET next_at = now() - interval '2 days'");
  await tables.endedRuns("test-nightly", 1);
  const { rows } = await tables.pool.query("SELECT next_at > now() AS ahead FROM inngest.cron");
  expect(rows).toEqual([{ ahead: true }]);
  const [run, ...more] = await tables.runs("test-nightly");
  expect(more).toEqual([]);
  expect(run?.output).toMatchObject({
    name: "inngest/scheduled.timer",
    data: { cron: "TZ=Europe/Berlin 0 3 * * *", scheduledAt: expect.any(String) },
  });
});

it("shows a waiting run with its steps, and cancels it on request", async () => {
  await client.send({ name: "recover/sleep", data: {} });
  const run = await until(async () => (await tables.runs("test-sleeper"))[0] ?? null);
  const details = await until(async () => {
    const found = await findRun(tables.pool, run.id);
    return found?.steps.length === 2 && found;
  });
  expect(details.steps).toMatchObject([
    { name: "first", operation: "StepRun", state: { type: "data", data: 1 } },
    { name: "long", operation: "Sleep", state: null },
  ]);
  await requestCancel(tables.pool, run.id);
  const [ended] = await tables.endedRuns("test-sleeper", 1);
  expect(ended?.status).toBe("cancelled");
});

it("shows the error that a run waits for, and replays it with the same events", async () => {
  await client.send({ name: "recover/retry", data: { n: 1 } });
  const run = await until(async () => (await tables.runs("test-retrying"))[0] ?? null);
  const details = await until(async () => {
    const found = await findRun(tables.pool, run.id);
    return found?.jobs[0]?.lastError ? found : null;
  });
  expect(details.jobs).toMatchObject([{ attempt: 1, lastError: { message: "not yet" }, isRunning: false }]);
  gates.add("retry");
  const replayId = await requestReplay(tables.pool, run.id);
  const replay = await until(async () => {
    const found = await findRun(tables.pool, replayId);
    return found?.status === "completed" ? found : null;
  });
  expect(replay).toMatchObject({ replayOf: run.id, events: details.events });
});

it("lists the newest runs first, page by page", async () => {
  const all = await listRuns(tables.pool, { limit: 100 });
  const [newest, next] = all;
  expect(newest && newest.createdAt >= (next?.createdAt ?? newest.createdAt)).toBe(true);
  const page = await listRuns(tables.pool, { limit: 1, ...(newest ? { before: newest } : {}) });
  expect(page).toEqual([next]);
  const quick = await listRuns(tables.pool, { functionId: "test-quick", status: "completed" });
  expect(quick).toMatchObject([{ eventName: "recover/quick" }]);
});

it("removes what is past its retention and nothing else", async () => {
  await tables.pool.query(
    "UPDATE inngest.run SET ended_at = now() - interval '8 days' WHERE function_id = 'test-quick'",
  );
  await tables.pool.query(
    "UPDATE inngest.event SET routed_at = now() - interval '3 days' WHERE name = 'recover/quick'",
  );
  const before = (await listRuns(tables.pool, { limit: 100 })).length;
  const ctx = { pool: tables.pool, registry: createRegistry([]), settings: defaultSettings, log: () => {} };
  await cleanUp(ctx);
  expect(await tables.runs("test-quick")).toEqual([]);
  expect(await listRuns(tables.pool, { limit: 100 })).toHaveLength(before - 1);
  const events = await tables.pool.query("SELECT 1 FROM inngest.event WHERE name = 'recover/quick'");
  expect(events.rowCount).toBe(0);
});

it("starts a run once more, however many ask for it from outside at the same moment", async () => {
  await client.send({ name: "recover/quick", data: { n: 7 } });
  const run = (await tables.endedRuns("test-quick", 1)).at(-1);
  const wish = { name: "askproai/run.replay-requested", data: { runId: run?.id } };
  await insertEvents(tables.pool, [wish, wish]);
  const open = "SELECT FROM inngest.event WHERE name = 'askproai/run.replay-requested' AND routed_at IS NULL";
  await until(async () => ((await tables.pool.query(open)).rowCount === 0 ? true : null));
  const again = await tables.pool.query("SELECT FROM inngest.run WHERE replay_of = $1", [run?.id]);
  expect(again.rowCount).toBe(1);
});
