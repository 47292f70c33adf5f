import { afterAll, beforeAll, expect, it } from "vitest";
import { JOB_RETRIES, RetryPolicy } from "@/inngest/retry";
import { AppError } from "@/server/core/errors";
import { createTables, startTestRunner, type TestClient, until } from "./harness";

const tables = createTables();
let client: TestClient;
let stop = async () => {};
let calls = 0;

const functions = (made: TestClient) => [
  made.createFunction(
    { id: "refused", triggers: [{ event: "retry/refused" }], retries: JOB_RETRIES },
    async ({ step }) => {
      await step.run("ask", () => {
        throw new AppError({ code: "POLICY_BLOCKED", reason: "short_notice" });
      });
    },
  ),
  made.createFunction(
    { id: "faulty", triggers: [{ event: "retry/faulty" }], retries: JOB_RETRIES },
    async ({ step }) => {
      await step.run("try", () => {
        calls++;
        throw new TypeError("no answer");
      });
    },
  ),
];

beforeAll(async () => {
  const started = await startTestRunner({
    functions,
    middleware: [RetryPolicy],
    settings: { maxRetryDelayMs: 86_400_000 },
  });
  client = started.client;
  stop = () => started.runner.stop();
});
afterAll(async () => {
  await stop();
  await tables.close();
});

it("ends a job at once when the business refuses", async () => {
  await client.send({ name: "retry/refused", data: {} });
  const [run] = await tables.endedRuns("test-refused", 1);
  expect(run).toMatchObject({ status: "failed", output: { message: "POLICY_BLOCKED: short_notice" } });
});

it("tries a fault again after 1, 5 and 15 minutes, then fails with the fault's own error", async () => {
  await client.send({ name: "retry/faulty", data: {} });
  const waits: number[] = [];
  for (let attempt = 1; attempt <= JOB_RETRIES; attempt++) {
    const seconds = await until(async () => {
      const { rows } = await tables.pool.query<{ seconds: number }>(
        `SELECT extract(epoch FROM due_at - now())::float AS seconds FROM inngest.job
         WHERE attempt = $1 AND owner IS NULL`,
        [attempt],
      );
      return rows[0]?.seconds ?? null;
    });
    waits.push(Math.round(seconds / 60));
    await tables.pool.query("UPDATE inngest.job SET due_at = now()");
  }
  expect(waits).toEqual([1, 5, 15]);
  const [run] = await tables.endedRuns("test-faulty", 1);
  expect(run).toMatchObject({ status: "failed", output: { name: "TypeError", message: "no answer" } });
  expect(calls).toBe(1 + JOB_RETRIES);
});
