import type { InngestFunction } from "inngest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTables, startTestRunner, type TestClient, until } from "./harness";

const tables = createTables();
const order: string[] = [];
let send: TestClient["send"];
let stop = async () => {};
/** Steps of these functions end when their gate is opened. */
const gates = new Set<string>();
const gate = (name: string) => until(() => gates.has(name), { what: `gate ${name}` });

function functions(client: TestClient): InngestFunction.Any[] {
  return [
    client.createFunction(
      { id: "debounced", triggers: [{ event: "flow/debounce" }], debounce: { period: "1s", key: "event.data.key" } },
      async () => null,
    ),
    client.createFunction(
      { id: "throttled", triggers: [{ event: "flow/throttle" }], throttle: { limit: 2, period: "2m", burst: 2 } },
      async () => null,
    ),
    client.createFunction(
      {
        id: "limited",
        triggers: [{ event: "flow/limit" }],
        rateLimit: { limit: 2, period: "1m", key: "event.data.key" },
      },
      async () => null,
    ),
    client.createFunction(
      { id: "batched", triggers: [{ event: "flow/batch" }], batchEvents: { maxSize: 3, timeout: "2s" } },
      async ({ events }) => events.map(({ data }: { data: { n: number } }) => data.n),
    ),
    client.createFunction(
      { id: "skips", triggers: [{ event: "flow/single" }], singleton: { mode: "skip", key: "event.data.key" } },
      async ({ step }) => step.run("wait", () => gate("single")),
    ),
    client.createFunction(
      { id: "replaces", triggers: [{ event: "flow/single" }], singleton: { mode: "cancel", key: "event.data.key" } },
      async ({ step }) => step.run("wait", () => gate("single")),
    ),
    client.createFunction(
      { id: "must-finish", triggers: [{ event: "flow/finish" }], timeouts: { finish: "1s" } },
      async ({ step }) => step.sleep("long", "1h"),
    ),
    client.createFunction(
      {
        id: "must-start",
        triggers: [{ event: "flow/start" }],
        concurrency: 1,
        timeouts: { start: "1s" },
      },
      async ({ step }) => step.run("wait", () => gate("start")),
    ),
    client.createFunction(
      {
        id: "ranked",
        triggers: [{ event: "flow/rank" }],
        concurrency: 1,
        priority: { run: "event.data.seconds" },
      },
      async ({ event }) => {
        if (event.data.name === "first") await gate("rank");
        order.push(event.data.name);
      },
    ),
    client.createFunction(
      {
        id: "cancel-in-time",
        triggers: [{ event: "flow/late" }],
        cancelOn: [{ event: "flow/late-cancel", timeout: "1s", if: "true" }],
      },
      async ({ step }) => step.run("wait", () => gate("late")),
    ),
  ];
}

beforeAll(async () => {
  const { runner, client } = await startTestRunner({ functions });
  send = client.send.bind(client);
  stop = () => runner.stop();
});
afterAll(async () => {
  await stop();
  await tables.close();
});

it("debounce starts once, with the last event of each key", async () => {
  await send(["a", "a", "b"].map((key, n) => ({ name: "flow/debounce", data: { key, n } })));
  const runs = await tables.endedRuns("test-debounced", 2);
  expect(runs.map((run) => run.events.map(({ data }) => data.n)).sort()).toEqual([[1], [2]]);
});

it("throttle starts the burst at once and spreads the rest", async () => {
  await send([1, 2, 3, 4].map((n) => ({ name: "flow/throttle", data: { n } })));
  const waits = await until(async () => {
    const { rows } = await tables.pool.query<{ seconds: number }>(
      `SELECT round(extract(epoch FROM job.due_at - run.created_at))::integer AS seconds
       FROM inngest.job JOIN inngest.run ON run.id = run_id WHERE function_id = 'test-throttled' ORDER BY due_at`,
    );
    return rows.length === 2 && rows.map(({ seconds }) => seconds);
  });
  expect(waits).toEqual([60, 120]);
});

it("rateLimit drops what is over the limit of its key", async () => {
  await send(["a", "a", "a", "b"].map((key) => ({ name: "flow/limit", data: { key } })));
  const runs = await tables.endedRuns("test-limited", 3);
  expect(runs.map((run) => run.events[0]?.data.key).sort()).toEqual(["a", "a", "b"]);
});

it("batchEvents starts a full batch at once and the rest when its time is up", async () => {
  await send([1, 2, 3, 4].map((n) => ({ name: "flow/batch", data: { n } })));
  const runs = await tables.endedRuns("test-batched", 2);
  expect(runs.map(({ output }) => output)).toEqual([[1, 2, 3], [4]]);
});

it("singleton skips the newcomer or cancels the one before", async () => {
  await send(["a", "a", "b"].map((key, n) => ({ name: "flow/single", data: { key, n } })));
  await until(async () => (await tables.runs("test-replaces")).length === 3, { what: "three starts" });
  gates.add("single");
  const skipping = await tables.endedRuns("test-skips", 2);
  const replacing = await tables.endedRuns("test-replaces", 3);
  const told = (runs: typeof skipping) => runs.map((run) => `${run.events[0]?.data.n} ${run.status}`).sort();
  expect(told(skipping)).toEqual(["0 completed", "2 completed"]);
  expect(told(replacing)).toEqual(["0 cancelled", "1 completed", "2 completed"]);
});

it("timeouts cancel what has not finished", async () => {
  await send({ name: "flow/finish", data: {} });
  const [run] = await tables.endedRuns("test-must-finish", 1);
  expect(run?.status).toBe("cancelled");
});

it("timeouts cancel what could not start, and nothing that could", async () => {
  await send([1, 2].map((n) => ({ name: "flow/start", data: { n } })));
  await until(async () => (await tables.runs("test-must-start")).some(({ status }) => status === "cancelled"));
  gates.add("start");
  const runs = await tables.endedRuns("test-must-start", 2);
  expect(runs.map(({ status }) => status).sort()).toEqual(["cancelled", "completed"]);
});

it("priority decides who is next", async () => {
  await send({ name: "flow/rank", data: { name: "first", seconds: 0 } });
  await until(async () => {
    const { rowCount } = await tables.pool.query("SELECT 1 FROM inngest.job WHERE owner IS NOT NULL");
    return (rowCount ?? 0) > 0;
  });
  await send([
    { name: "flow/rank", data: { name: "low", seconds: -100 } },
    { name: "flow/rank", data: { name: "middle", seconds: 0 } },
    { name: "flow/rank", data: { name: "high", seconds: 100 } },
  ]);
  await until(async () => (await tables.runs("test-ranked")).length === 4);
  gates.add("rank");
  await tables.endedRuns("test-ranked", 4);
  expect(order).toEqual(["first", "high", "middle", "low"]);
});

it("cancelOn with a timeout hears nothing after it", async () => {
  await send({ name: "flow/late", data: {} });
  const run = await until(async () => (await tables.runs("test-cancel-in-time"))[0] ?? null);
  await send({ name: "flow/late-cancel", data: {}, ts: Date.now() + 5000 });
  await until(async () => {
    const { rowCount } = await tables.pool.query("SELECT 1 FROM inngest.event WHERE routed_at IS NULL");
    return rowCount === 0;
  });
  gates.add("late");
  const [ended] = await tables.endedRuns("test-cancel-in-time", 1);
  expect(ended).toMatchObject({ id: run.id, status: "completed" });
});
