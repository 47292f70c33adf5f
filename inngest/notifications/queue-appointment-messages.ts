import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentConfirmed,
  appointmentRescheduled,
} from "@/server/appointments/events";
import { jobContext } from "@/server/core/context";
import { tellOfAppointment } from "@/server/notifications/commands/tell-of-appointment";

const WHAT = {
  "appointment/booked": "booked",
  "appointment/confirmed": "confirmed",
  "appointment/rescheduled": "rescheduled",
  "appointment/cancelled": "cancelled",
} as const;

/** What became of an appointment is told to its customer, unless whoever cancelled it wanted otherwise. */
export const queueAppointmentMessages = inngest.createFunction(
  {
    id: "queue-appointment-messages",
    triggers: [appointmentBooked, appointmentConfirmed, appointmentRescheduled, appointmentCancelled],
    concurrency: [{ key: "event.data.companyId", limit: 10 }],
    priority: { run: "60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    if ("notifyCustomer" in event.data && event.data.notifyCustomer === false) return;
    const { appointmentId } = event.data;
    const what = WHAT[event.name as keyof typeof WHAT];
    const news = { appointmentId, what, eventId: event.id ?? `${event.name}:${event.ts}` };
    await step.run("queue-messages", () =>
      tellOfAppointment(jobContext(event.data, "queue-appointment-messages"), news),
    );
  },
);
