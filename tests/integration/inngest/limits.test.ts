import type { InngestFunction } from "inngest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTables, startTestRunner, type TestClient } from "./harness";

const tables = createTables();
let client: TestClient;
let stop = async () => {};

function functions(made: TestClient): InngestFunction.Any[] {
  const on = (event: string) => ({ triggers: [{ event }], retries: 0 as const });
  return [
    made.createFunction({ id: "large-step", ...on("limit/large") }, async ({ step }) => {
      await step.run("large", () => "x".repeat(4 * 1024 * 1024 + 1));
      await step.run("after", () => "never");
    }),
    made.createFunction({ id: "many-steps", ...on("limit/many") }, async ({ step }) => {
      for (let n = 0; n < 1001; n++) await step.run(`step-${n}`, () => n);
    }),
    made.createFunction({ id: "unstorable", ...on("limit/nul") }, async () => "a\u0000b"),
    made.createFunction({ id: "signal", ...on("limit/signal") }, async ({ step }) =>
      step.waitForSignal("signal", { signal: "go", timeout: "1h" }),
    ),
  ];
}

beforeAll(async () => {
  const started = await startTestRunner({ functions });
  client = started.client;
  stop = () => started.runner.stop();
});
afterAll(async () => {
  await stop();
  await tables.close();
});

async function errorOf(functionId: string, event: string) {
  await client.send({ name: event, data: {} });
  const [run] = await tables.endedRuns(functionId, 1, 55_000);
  expect(run?.status).toBe("failed");
  return run?.output;
}

it("fails a run whose step hands back more than 4 MB", async () => {
  expect(await errorOf("test-large-step", "limit/large")).toMatchObject({
    name: "LimitExceededError",
    message: expect.stringContaining('"large" is larger than 4 MB'),
  });
});

it("fails a run with more than a thousand steps", async () => {
  expect(await errorOf("test-many-steps", "limit/many")).toMatchObject({ message: "a run has at most 1000 steps" });
});

it("fails a run whose result the database can't hold", async () => {
  expect(await errorOf("test-unstorable", "limit/nul")).toMatchObject({ name: "UnstorableResultError" });
});

it("fails a run that asks for what the runner can't do, by name", async () => {
  expect(await errorOf("test-signal", "limit/signal")).toMatchObject({
    name: "UnsupportedOperationError",
    message: expect.stringContaining("WaitForSignal"),
  });
});

it("refuses an event of more than 512 KB", async () => {
  const large = { name: "limit/none", data: { text: "x".repeat(512 * 1024) } };
  await expect(client.send(large)).rejects.toThrow("larger than 512 KB");
});

it("takes an event id once", async () => {
  await client.send({ id: "twice", name: "limit/none", data: {} });
  await client.send({ id: "twice", name: "limit/none", data: {} });
  const { rowCount } = await tables.pool.query("SELECT 1 FROM inngest.event WHERE id = 'twice'");
  expect(rowCount).toBe(1);
});
