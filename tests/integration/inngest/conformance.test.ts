import { afterAll, beforeAll, expect, it } from "vitest";
import { eventCases } from "./conformance/event-cases";
import { parallelCases } from "./conformance/parallel-cases";
import { createRecorder } from "./conformance/recorder";
import { stepCases } from "./conformance/step-cases";
import { createTables, startTestRunner, until } from "./harness";

const tables = createTables();
const recorder = createRecorder();
let stop = async () => {};

beforeAll(async () => {
  const { runner, client } = await startTestRunner({
    functions: (client) => [
      ...stepCases(client, recorder),
      ...parallelCases(client, recorder),
      ...eventCases(client, recorder),
    ],
  });
  stop = () => runner.stop();
  await client.send([
    { name: "conf/go", data: { k: "k1", n: 1 } },
    { name: "conf/if", data: { n: 5, s: "a", list: ["a", "b"] } },
    { name: "conf/twice", data: { key: "a", turn: 1 } },
    { name: "conf/twice", data: { key: "a", turn: 2 } },
    { name: "conf/twice", data: { key: "b", turn: 1 } },
  ]);
  await until(async () => (await tables.runs("test-cancelled-by-match")).length === 1, { what: "the first runs" });
  await client.send({ name: "conf/cancel", data: { k: "k1", n: 2 } });
  await until(
    async () => {
      const open = await tables.pool.query(
        "SELECT 1 FROM inngest.run WHERE ended_at IS NULL UNION ALL SELECT 1 FROM inngest.event WHERE routed_at IS NULL",
      );
      return open.rowCount === 0;
    },
    { timeoutMs: 60_000, what: "the end of all runs" },
  );
});

afterAll(async () => {
  await stop();
  await tables.close();
});

it("behaves as Inngest does", async () => {
  const lines = [...recorder.seen].map(([what, value]) => `${what} → ${JSON.stringify(value)}`).sort();
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("conformance/golden.txt");
});

it("leaves nothing behind", async () => {
  const jobs = await tables.pool.query("SELECT * FROM inngest.job");
  expect(jobs.rows).toEqual([]);
});
