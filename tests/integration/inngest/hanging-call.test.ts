import { afterAll, beforeAll, expect, it } from "vitest";
import { createTables, startTestRunner, type TestClient } from "./harness";

const tables = createTables();
let client: TestClient;
let stop = async () => {};

beforeAll(async () => {
  const started = await startTestRunner({
    settings: { callTimeoutMs: 2000 },
    functions: (made) => [
      made.createFunction({ id: "hanging", triggers: [{ event: "call/hang" }], retries: 0 }, async ({ step }) =>
        step.run("hang", () => new Promise(() => {})),
      ),
    ],
  });
  client = started.client;
  stop = () => started.runner.stop();
});
afterAll(async () => {
  await stop();
  await tables.close();
});

it("gives up on a call that never ends", async () => {
  await client.send({ name: "call/hang", data: {} });
  const [run] = await tables.endedRuns("test-hanging", 1, 55_000);
  expect(run).toMatchObject({ status: "failed", output: { message: "the call took longer than 2 s" } });
});
