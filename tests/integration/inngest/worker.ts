// A job runner in a process of its own, for tests that kill or freeze it. Its functions write a trace to a file.
import { appendFileSync, existsSync } from "node:fs";
import type { RunnerSettings } from "@/inngest/runner/context";
import { startTestRunner, type TestClient, until } from "./harness";

const { TRACE_FILE = "", GATE_FILE = "", SETTINGS = "{}" } = process.env;
const trace = (what: string) => appendFileSync(TRACE_FILE, `${process.pid} ${what}\n`);
/** Waits until the test opens the gate for all or for this process, at most a minute. */
const isOpen = () => existsSync(GATE_FILE) || existsSync(`${GATE_FILE}.${process.pid}`);
const gate = () => until(isOpen, { timeoutMs: 60_000, what: "the gate" });

const functions = (client: TestClient) => [
  client.createFunction({ id: "three-steps", triggers: [{ event: "worker/three" }] }, async ({ step }) => {
    await step.run("one", () => trace("one"));
    await step.run("two", async () => {
      trace("two begins");
      await gate();
      trace("two ends");
    });
    await step.run("three", () => trace("three"));
    return "done";
  }),
  client.createFunction({ id: "poisonous", triggers: [{ event: "worker/poison" }] }, async ({ step }) => {
    await step.run("die", () => {
      trace("dies");
      process.kill(process.pid, "SIGKILL");
    });
  }),
  client.createFunction(
    {
      id: "limited",
      triggers: [{ event: "worker/limited" }],
      concurrency: [{ key: "event.data.tenant", limit: 2 }, { limit: 5 }],
    },
    async ({ event, step }) =>
      step.run("work", async () => {
        trace(`+ ${event.data.tenant}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
        trace(`- ${event.data.tenant}`);
      }),
  ),
];

const settings: Partial<RunnerSettings> = JSON.parse(SETTINGS);
const { runner } = await startTestRunner({ functions, settings });
process.once("SIGTERM", () => {
  runner.stop().then(() => process.exit(0));
});
process.stdout.write("worker ready\n");
