import { invoke, NonRetriableError, RetryAfterError, staticSchema } from "inngest";
import { type Cases, outcomeOf } from "./recorder";

const triggers = [{ event: "conf/go" }];

/** One step after another: errors, retries, repeated ids, what JSON does to values. */
export const stepCases: Cases = (client, { record, count }) => {
  let firstAttemptAt = 0;
  const failingChild = client.createFunction(
    { id: "failing-child", triggers: [invoke(staticSchema<{ n: number }>())], retries: 0 },
    async () => {
      throw new Error("bad child");
    },
  );
  const child = client.createFunction(
    { id: "child", triggers: [invoke(staticSchema<{ n: number }>())], retries: 0 },
    async ({ event, step }) => step.run("double", () => event.data.n * 2),
  );
  return [
    failingChild,
    child,
    client.createFunction({ id: "wait-times-out", triggers }, async ({ step }) => {
      record("wait-times-out", await step.waitForEvent("wait", { event: "conf/never", timeout: "1s" }));
    }),
    client.createFunction({ id: "invoke", triggers }, async ({ step }) => {
      record("invoke", await step.invoke("child", { function: child, data: { n: 21 } }));
      record("invoke-fails", await outcomeOf(step.invoke("failing", { function: failingChild, data: { n: 1 } })));
    }),
    client.createFunction({ id: "retry-after", triggers, retries: 2 }, async ({ step }) => {
      const waitedMs = await step.run("later", () => {
        if (count("retry-after") > 1) return Date.now() - firstAttemptAt;
        firstAttemptAt = Date.now();
        throw new RetryAfterError("later", "2s");
      });
      // The server cuts retry-after to whole seconds, hence the tolerance.
      record("retry-after", waitedMs >= 1000);
    }),
    client.createFunction({ id: "same-id", triggers }, async ({ step }) => {
      const results: number[] = [];
      for (let i = 0; i < 4; i++) results.push(await step.run("same", () => i * i));
      record("same-id", results);
    }),
    client.createFunction({ id: "sleep-until", triggers }, async ({ step, event }) => {
      const moment = (event.ts ?? 0) + 2000;
      await step.sleepUntil("moment", new Date(moment));
      record("sleep-until", Date.now() >= moment - 50);
    }),
    client.createFunction({ id: "exhausted", triggers, retries: 2 }, async ({ step }) => {
      const outcome = await outcomeOf(
        step.run("always", () => {
          record("exhausted-calls", count("exhausted"));
          throw new Error("again");
        }),
      );
      record("exhausted", outcome);
      record("exhausted-goes-on", await step.run("after", () => "after"));
    }),
    client.createFunction({ id: "attempts", triggers, retries: 2 }, async ({ attempt }) => {
      record(`attempt-${attempt}`, attempt);
      if (attempt < 2) throw new Error("not yet");
    }),
    client.createFunction({ id: "attempts-per-step", triggers, retries: 1 }, async ({ step }) => {
      for (const name of ["first", "second", "third"]) {
        await step.run(name, () => {
          if (count(`per-step-${name}`) === 1) throw new Error("once each");
        });
      }
      record("attempts-per-step", "each step has its own attempts");
    }),
    client.createFunction({ id: "final-error", triggers, retries: 2 }, async ({ step }) => {
      const work = step.run("final", () => {
        record("final-error-calls", count("final-error"));
        throw new NonRetriableError("no point");
      });
      record("final-error", await outcomeOf(work));
    }),
    client.createFunction({ id: "json", triggers }, async ({ step }) => {
      const large = await step.run("large", () => "é".repeat(300_000));
      const missing = await step.run("undefined", () => undefined);
      record("json", [large.length, missing ?? null, await step.run("date", () => new Date(0))]);
    }),
  ];
};
