import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { closeOverdueCall } from "@/server/calls/commands/close-overdue-call";
import { callOverdue } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";

/** Fetched from the provider and closed, one run at a time for each call. */
export const closeOverdueCallJob = inngest.createFunction(
  {
    id: "close-overdue-call",
    triggers: [callOverdue],
    concurrency: { key: "event.data.callId", limit: 1 },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const ctx = jobContext(event.data, "close-overdue-call");
    await step.run("close-overdue-call", () => closeOverdueCall(ctx, event.data));
  },
);
