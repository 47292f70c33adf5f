import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentConfirmed,
  appointmentRescheduled,
  appointmentRestored,
  appointmentStatusChanged,
} from "@/server/appointments/events";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { calcomSyncRequested } from "@/server/calcom/events";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";

/** Waits for Cal.com to take calls again cost no try, but end. */
const MAX_WAITS = 15;

/** Whatever happened to the appointment, its latest state is written; twice does no harm. */
export const syncAppointmentToCalcom = inngest.createFunction(
  {
    id: "sync-appointment-to-calcom",
    triggers: [
      { event: appointmentBooked, if: "event.data.source != 'import'" },
      appointmentConfirmed,
      appointmentRescheduled,
      appointmentCancelled,
      appointmentRestored,
      { event: appointmentStatusChanged, if: "event.data.to == 'no_show'" },
      calcomSyncRequested,
    ],
    concurrency: [
      { key: "event.data.appointmentId", limit: 1 },
      { key: "event.data.companyId", limit: 5 },
    ],
    // When Cal.com may be asked again all wake up at once: those whom somebody waits for come first.
    priority: { run: "60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const ctx = jobContext(event.data, "sync-appointment-to-calcom");
    const { appointmentId } = event.data;
    const isLastAttempt = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    for (let waits = 0; ; waits++) {
      const isLastTry = isLastAttempt || waits >= MAX_WAITS;
      const outcome = await step.run(`push-latest-state-${waits}`, async () => {
        if (!(await isFeatureOn(ctx.companyId, "calcom_sync"))) return { state: "skipped" as const };
        return pushAppointment(ctx, { appointmentId, isLastTry });
      });
      if (outcome.state !== "waiting" || waits >= MAX_WAITS) return outcome;
      await step.sleep(`wait-for-calcom-${waits}`, `${outcome.seconds}s`);
    }
  },
);
