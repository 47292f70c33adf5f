import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { catchUpCall } from "@/server/calls/commands/catch-up-call";
import { callOverdue } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";

/** Waits for the provider to take calls again cost no try, but end: the next sweep finds the call again. */
const MAX_WAITS = 5;

/** What the provider has not told of a call is fetched, one run at a time for each call. */
export const catchUpCallJob = inngest.createFunction(
  {
    id: "catch-up-call",
    triggers: [callOverdue],
    concurrency: { key: "event.data.callId", limit: 1 },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const ctx = jobContext(event.data, "catch-up-call");
    for (let waits = 0; ; waits++) {
      const caughtUp = await step.run(`catch-up-call-${waits}`, () => catchUpCall(ctx, event.data));
      if (caughtUp.state === "done" || waits >= MAX_WAITS) return caughtUp;
      await step.sleep(`wait-for-provider-${waits}`, `${caughtUp.seconds}s`);
    }
  },
);
