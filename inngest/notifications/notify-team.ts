import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { callbackCreated } from "@/server/appointments/callbacks/events";
import { callAnalyzed } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";
import { tellTeam } from "@/server/notifications/commands/tell-team";

/** The branch hears of who waits for a call back, and what a call was about. */
export const notifyTeam = inngest.createFunction(
  {
    id: "notify-team",
    triggers: [callbackCreated, callAnalyzed],
    concurrency: [{ key: "event.data.companyId", limit: 5 }],
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const { data } = event;
    const news =
      "callbackId" in data
        ? { callbackId: data.callbackId, branchId: data.branchId }
        : { callId: data.callId, branchId: data.branchId };
    await step.run("tell-team", () => tellTeam(jobContext(data, "notify-team"), news));
  },
);
