import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { insertEvents } from "@/inngest/runner/events";
import { createTables, until } from "./harness";
import { createWorkers, ended } from "./workers";

const tables = createTables();
let workers: ReturnType<typeof createWorkers>;

beforeEach(() => {
  workers = createWorkers();
});
afterEach(async () => {
  await workers.close();
  await tables.pool.query("DELETE FROM inngest.run");
});
afterAll(() => tables.close());

const send = (name: string, data: Record<string, unknown> = {}) => insertEvents(tables.pool, [{ name, data }]);
const happened = () => workers.trace().map(({ what }) => what);
const seen = (what: string, times = 1) =>
  until(() => happened().filter((one) => one === what).length >= times, { what: `"${what}" ${times} times` });

it("resumes at once after kill -9 and repeats only the step that was under way", async () => {
  const first = await workers.start();
  await send("worker/three");
  await seen("two begins");
  first.kill("SIGKILL");
  await ended(first);
  workers.openGate();
  await workers.start();
  // The lease is 30 s: this is sooner, because the dead worker's session is seen to be gone.
  const [run] = await tables.endedRuns("test-three-steps", 1, 10_000);
  expect(run).toMatchObject({ status: "completed", output: "done" });
  expect(happened()).toEqual(["one", "two begins", "two begins", "two ends", "three"]);
});

it("refuses the results of a worker that was frozen longer than its lease", async () => {
  const frozen = await workers.start({ leaseMs: 1000 });
  await send("worker/three");
  await seen("two begins");
  frozen.kill("SIGSTOP");
  const second = await workers.start({ leaseMs: 1000 });
  await seen("two begins", 2);
  frozen.kill("SIGCONT");
  workers.openGate(frozen);
  await seen("two ends");
  // It ends when the call under way is over: by then it would have run step three.
  frozen.kill("SIGTERM");
  await ended(frozen);
  expect(happened()).not.toContain("three");
  workers.openGate(second);
  const [run] = await tables.endedRuns("test-three-steps", 1);
  expect(run).toMatchObject({ status: "completed", output: "done" });
  expect(workers.trace().filter(({ what }) => what === "three")).toEqual([{ pid: second.pid, what: "three" }]);
});

it("hands unfinished work on when it is stopped, without counting it as a crash", async () => {
  const first = await workers.start();
  await send("worker/three");
  await seen("two begins");
  first.kill("SIGTERM");
  await ended(first);
  expect(first.exitCode).toBe(0);
  const { rows } = await tables.pool.query("SELECT owner, crashes, attempt FROM inngest.job");
  expect(rows).toEqual([{ owner: null, crashes: 0, attempt: 0 }]);
  workers.openGate();
  await workers.start();
  const [run] = await tables.endedRuns("test-three-steps", 1);
  expect(run?.status).toBe("completed");
});

it("fails a run that has killed five workers", async () => {
  await send("worker/poison");
  for (let death = 1; death <= 5; death++) await ended(await workers.start());
  await workers.start();
  const [run] = await tables.endedRuns("test-poisonous", 1);
  expect(run).toMatchObject({ status: "failed", output: { name: "WorkerCrashedError" } });
  expect(happened()).toEqual(Array(5).fill("dies"));
});

it("keeps limits by key and overall with two workers", async () => {
  const tenants = ["a", "b", "c"];
  // Neither can take five at a time alone.
  await Promise.all([workers.start({ concurrency: 3 }), workers.start({ concurrency: 3 })]);
  await insertEvents(
    tables.pool,
    Array.from({ length: 24 }, (_, n) => ({ name: "worker/limited", data: { tenant: tenants[n % 3] } })),
  );
  await tables.endedRuns("test-limited", 24, 25_000);
  const running: Record<string, number> = { a: 0, b: 0, c: 0, all: 0 };
  const most = { ...running };
  for (const { what } of workers.trace()) {
    const [sign, tenant = ""] = what.split(" ");
    for (const key of [tenant, "all"]) {
      running[key] = (running[key] ?? 0) + (sign === "+" ? 1 : -1);
      most[key] = Math.max(most[key] ?? 0, running[key]);
    }
  }
  expect(most).toEqual({ a: 2, b: 2, c: 2, all: 5 });
  expect(new Set(workers.trace().map(({ pid }) => pid)).size).toBe(2);
});
