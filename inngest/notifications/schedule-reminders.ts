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
import { jobContext } from "@/server/core/context";
import { scheduleReminder } from "@/server/notifications/commands/schedule-reminder";

/** The reminder follows the appointment when it moves, and dies when it is cancelled. */
export const scheduleReminders = inngest.createFunction(
  {
    id: "schedule-reminders",
    triggers: [
      appointmentBooked,
      appointmentConfirmed,
      appointmentRescheduled,
      appointmentCancelled,
      appointmentRestored,
      appointmentStatusChanged,
    ],
    concurrency: [
      { key: "event.data.appointmentId", limit: 1 },
      { key: "event.data.companyId", limit: 10 },
    ],
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const { appointmentId } = event.data;
    const decidedAt = new Date(event.ts ?? Date.now());
    await step.run("schedule-reminder", () =>
      scheduleReminder(jobContext(event.data, "schedule-reminders"), { appointmentId, decidedAt }),
    );
  },
);
