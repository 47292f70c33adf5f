import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { appointmentBooked } from "@/server/appointments/events";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { queueUpAgain } from "@/server/calcom/commands/queue-up-again";
import { calcomSyncOwed } from "@/server/calcom/events";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";

/**
 * Writes that nobody waits for, however many: each costs two requests as a rule, itself and reading what Cal.com tells of it, so
 * that fifteen take a quarter of a minute's 120. A few go at once. A change of such an appointment does not wait for its turn
 * here: it is written by its own job, and the turn then finds nothing left to do.
 */
export const syncOwedToCalcom = inngest.createFunction(
  {
    id: "sync-owed-to-calcom",
    triggers: [calcomSyncOwed, { event: appointmentBooked, if: "event.data.source == 'import'" }],
    throttle: { key: "event.data.companyId", limit: 15, period: "1m", burst: 5 },
    concurrency: [{ key: "event.data.companyId", limit: 1 }],
    priority: { run: "-60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const ctx = jobContext(event.data, "sync-owed-to-calcom");
    const { appointmentId } = event.data;
    const turn = ("turn" in event.data && event.data.turn) || 0;
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    const outcome = await step.run("push-latest-state", async () => {
      if (!(await isFeatureOn(ctx.companyId, "calcom_sync"))) return { state: "skipped" as const };
      return pushAppointment(ctx, { appointmentId, isLastTry, isPatient: true });
    });
    if (outcome.state !== "waiting") return outcome;
    await step.sleep("wait-for-calcom", `${outcome.seconds}s`);
    await step.run("queue-up-again", () => queueUpAgain(ctx, { appointmentId, turn }));
    return outcome;
  },
);
