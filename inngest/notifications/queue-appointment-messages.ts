import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentConfirmed,
  appointmentRescheduled,
  appointmentRestored,
} from "@/server/appointments/events";
import { jobContext } from "@/server/core/context";
import { tellOfAppointment } from "@/server/notifications/commands/tell-of-appointment";
import { notificationChannel } from "@/server/notifications/schema";

const WHAT = {
  "appointment/booked": "booked",
  "appointment/confirmed": "confirmed",
  "appointment/rescheduled": "rescheduled",
  "appointment/cancelled": "cancelled",
  "appointment/restored": "restored",
} as const;

/** What became of an appointment is told to its customer, unless whoever did it wanted otherwise. */
export const queueAppointmentMessages = inngest.createFunction(
  {
    id: "queue-appointment-messages",
    triggers: [
      appointmentBooked,
      appointmentConfirmed,
      appointmentRescheduled,
      appointmentCancelled,
      appointmentRestored,
    ],
    concurrency: [{ key: "event.data.companyId", limit: 10 }],
    priority: { run: "60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    if ("notifyCustomer" in event.data && event.data.notifyCustomer === false) return;
    const { appointmentId } = event.data;
    const what = WHAT[event.name as keyof typeof WHAT];
    const chosen = "notifyChannels" in event.data ? event.data.notifyChannels : undefined;
    const channels = notificationChannel.array().optional().catch(undefined).parse(chosen);
    const news = { appointmentId, what, channels, eventId: event.id ?? `${event.name}:${event.ts}` };
    await step.run("queue-messages", () =>
      tellOfAppointment(jobContext(event.data, "queue-appointment-messages"), news),
    );
  },
);
