import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { forgetAtProvider } from "@/server/calls/commands/forget-at-provider";
import { conversationRefused } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";

/** Waits for the provider to take calls again cost no try, but end: the hourly sweep finds the call again. */
const MAX_WAITS = 5;

/** What a caller refused, and what was kept long enough, is deleted at the provider too, one run at a time for each call. */
export const forgetRefusedCall = inngest.createFunction(
  {
    id: "forget-refused-call",
    triggers: [conversationRefused],
    concurrency: { key: "event.data.callId", limit: 1 },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    for (let waits = 0; ; waits++) {
      const forgetting = await step.run(`forget-at-provider-${waits}`, () =>
        forgetAtProvider(jobContext(event.data, "forget-refused-call"), event.data),
      );
      if (forgetting.state !== "waiting" || waits >= MAX_WAITS) return forgetting;
      await step.sleep(`wait-for-provider-${waits}`, `${forgetting.seconds}s`);
    }
  },
);
