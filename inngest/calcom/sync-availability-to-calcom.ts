import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { exceptionChanged, exceptionDecided } from "@/server/availability/exceptions/events";
import { holidaysChanged } from "@/server/availability/holidays/events";
import { hoursChanged } from "@/server/availability/hours/events";
import { calcomHoursRequested } from "@/server/calcom/events";
import { pushWorkingHours } from "@/server/calcom/hours/commands/push-working-hours";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";

/** Whoever plans a week changes many hours in a row: they are written once it is quiet. */
export const syncAvailabilityToCalcom = inngest.createFunction(
  {
    id: "sync-availability-to-calcom",
    triggers: [hoursChanged, exceptionChanged, exceptionDecided, holidaysChanged, calcomHoursRequested],
    debounce: { key: "event.data.companyId", period: "20s", timeout: "5m" },
    concurrency: { key: "event.data.companyId", limit: 1 },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const ctx = jobContext(event.data, "sync-availability-to-calcom");
    for (let waits = 0; ; waits++) {
      const done = await step.run(`write-hours-${waits}`, async () => {
        if (!(await isFeatureOn(ctx.companyId, "calcom_sync"))) return { state: "skipped" as const };
        return pushWorkingHours(ctx);
      });
      if (done.state !== "waiting" || waits >= MAX_WAITS) return done;
      await step.sleep(`wait-for-calcom-${waits}`, `${done.seconds}s`);
    }
  },
);

const MAX_WAITS = 10;
