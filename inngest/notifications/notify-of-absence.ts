import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { exceptionDecided, exceptionRequested } from "@/server/availability/exceptions/events";
import { jobContext } from "@/server/core/context";
import { tellOfAbsence } from "@/server/notifications/commands/tell-of-absence";

/** Whoever may decide hears of a wish for time off, and whoever asked of the decision. */
export const notifyOfAbsence = inngest.createFunction(
  {
    id: "notify-of-absence",
    triggers: [exceptionRequested, exceptionDecided],
    concurrency: [{ key: "event.data.companyId", limit: 5 }],
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const { data } = event;
    const { exceptionId } = data;
    const what = "isApproved" in data ? (data.isApproved ? "approved" : "refused") : "requested";
    await step.run("tell", () => tellOfAbsence(jobContext(data, "notify-of-absence"), { exceptionId, what }));
  },
);
