import type { TestClient } from "../harness";
import type { Cases, Recorder } from "./recorder";

const triggers = [{ event: "conf/go" }];

const CONDITIONS = [
  "event.data.missing != 'x'",
  "event.data.missing == null",
  "event.data.n > 3",
  "event.data.n == 5",
  "event.data.missing == 'x'",
  "event.data.s == 'a' && event.data.n >= 5.0",
  "event.data.deep.er.x == 1",
  "!event.data.flag",
  "event.data.list.exists(x, x == 'b')",
  "has(event.data.s)",
  "event.data.s in ['a','z']",
  "event.data.n + 1 == 6",
  "event.data.s.startsWith('a')",
  "event.data.missing > 3",
  "event.ts > 1",
];

/** What starts, cancels and follows a run. */
export const eventCases: Cases = (client, recorder) => [
  client.createFunction(
    { id: "cancelled", triggers, cancelOn: [{ event: "conf/cancel", if: "async.data.k == event.data.k" }] },
    async ({ step }) => {
      await step.sleep("long", "3s");
      recorder.record("cancelled", "went on");
    },
  ),
  client.createFunction(
    { id: "cancelled-by-match", triggers, cancelOn: [{ event: "conf/cancel", match: "data.k" }] },
    async ({ step }) => {
      await step.sleep("long", "3s");
      recorder.record("cancelled-by-match", "went on");
    },
  ),
  client.createFunction(
    { id: "not-cancelled", triggers, cancelOn: [{ event: "conf/cancel", match: "data.n" }] },
    async ({ step }) => {
      await step.sleep("long", "2s");
      recorder.record("not-cancelled", "went on");
    },
  ),
  client.createFunction(
    {
      id: "hears-of-cancellation",
      triggers: [{ event: "inngest/function.cancelled", if: "event.data.function_id == 'test-cancelled'" }],
    },
    async ({ event }) => recorder.record("hears-of-cancellation", event.data.event.data.k),
  ),
  failing(client, recorder),
  client.createFunction({ id: "wildcard", triggers: [{ event: "conf/*" }] }, async ({ event }) => {
    if (event.name === "conf/go") recorder.record("wildcard", event.name);
  }),
  client.createFunction(
    { id: "once", triggers: [{ event: "conf/twice" }], idempotency: "event.data.key" },
    async ({ event }) => recorder.record(`once-${event.data.key}-${event.data.turn}`, true),
  ),
  ...CONDITIONS.map((condition, at) =>
    client.createFunction({ id: `if-${at}`, triggers: [{ event: "conf/if", if: condition }] }, async () =>
      recorder.record(`if: ${condition}`, true),
    ),
  ),
];

function failing(client: TestClient, recorder: Recorder) {
  return client.createFunction(
    {
      id: "fails",
      triggers,
      retries: 0,
      onFailure: async ({ event, error, step }) => {
        const { function_id, event: original, error: told } = event.data;
        const inHandler = await step.run("in-failure", () => 7);
        recorder.record("on-failure", [
          event.name,
          function_id,
          original.name,
          told.message,
          error.name,
          error.message,
          inHandler,
        ]);
      },
    },
    async ({ step }) => {
      await step.run("typed", () => {
        throw new TypeError("typed");
      });
    },
  );
}
