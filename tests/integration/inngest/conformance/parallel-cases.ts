import { group, NonRetriableError } from "inngest";
import { type Cases, pause } from "./recorder";

const triggers = [{ event: "conf/go" }];
const settled = (results: PromiseSettledResult<unknown>[]) =>
  results.map((one) => (one.status === "fulfilled" ? `ok:${one.value ?? null}` : `failed:${one.reason.message}`));

/** The slow step of a race ends once the race is decided, however long that takes. */
const race = { isDecided: false, hasSlowEnded: false };

/** Steps side by side: batches are joined once, races are not. */
export const parallelCases: Cases = (client, { record, count }) => [
  client.createFunction({ id: "mixed-batch", triggers }, async ({ step }) => {
    const batch = [
      step.run("ok", async () => {
        await pause(30);
        return 1;
      }),
      step.run("failing", () => {
        throw new NonRetriableError("nope");
      }),
      step.sleep("nap", "1s"),
    ];
    record("mixed-batch", settled(await Promise.allSettled(batch)));
  }),
  client.createFunction({ id: "promise-race", triggers }, async ({ step }) => {
    const first = await Promise.race([
      step.sleep("nap", "1s").then(() => "sleep"),
      step.waitForEvent("wait", { event: "conf/never", timeout: "4s" }).then(() => "wait"),
    ]);
    record("promise-race", first);
    record("promise-race-code-runs", count("promise-race"));
  }),
  client.createFunction({ id: "true-race", triggers }, async ({ step }) => {
    const first = await group.parallel({ mode: "race" }, () =>
      Promise.race([
        step.run("fast", () => "fast"),
        step.run("slow", async () => {
          for (let waited = 0; !race.isDecided && waited < 10_000; waited += 20) await pause(20);
          race.hasSlowEnded = true;
          return "slow";
        }),
      ]),
    );
    // The slow step still has to end before the run does; the code behind the race runs when the fast one has.
    if (count("true-race") === 1) record("true-race", [first, !race.hasSlowEnded]);
    race.isDecided = true;
  }),
  client.createFunction({ id: "answers-itself", triggers }, async ({ step, runId }) => {
    const [answer] = await Promise.all([
      step.waitForEvent("wait", { event: "conf/self", if: `async.data.run == "${runId}"`, timeout: "6s" }),
      step.sendEvent("send", { name: "conf/self", data: { run: runId } }),
    ]);
    record("answers-itself", answer?.data.run === runId);
  }),
  client.createFunction({ id: "chains", triggers }, async ({ step }) => {
    const chain = async (name: string) => {
      const start = await step.run(`${name}1`, () => name);
      await step.sleep(`${name}-nap`, "1s");
      return step.run(`${name}2`, () => `${start}2`);
    };
    record("chains", await Promise.all([chain("a"), chain("b"), chain("c")]));
  }),
  client.createFunction({ id: "batches-in-turn", triggers }, async ({ step }) => {
    const first = await Promise.all([1, 2, 3].map((i) => step.run(`first-${i}`, () => i)));
    const second = await Promise.all(first.map((i) => step.run(`second-${i}`, () => i * 10)));
    record("batches-in-turn", [second, await step.run("tail", () => "tail")]);
  }),
  client.createFunction({ id: "flaky-batch", triggers, retries: 1 }, async ({ step }) => {
    const batch = [
      step.run("flaky", () => {
        if (count("flaky") === 1) throw new Error("first time");
        return "ok";
      }),
      step.run("fine", () => {
        record("flaky-batch-sibling-calls", count("fine"));
        return "fine";
      }),
    ];
    record("flaky-batch", settled(await Promise.allSettled(batch)));
  }),
];
