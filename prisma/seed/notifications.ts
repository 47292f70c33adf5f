import { HOUR } from "@/server/core/time";
import type { PlannedAppointment } from "./appointments/planned";
import { companyIdOf, idOf } from "./business";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

/** The reminders of all confirmed appointments that are further away than a day and were booked earlier than that. */
export async function writeReminders({ tx, business, planned, clock }: Seeding): Promise<void> {
  const due = planned.flatMap((one) => {
    const scheduledFor = new Date(one.startsAt.getTime() - 24 * HOUR);
    const isAhead = one.status === "confirmed" && scheduledFor > clock.now && one.bookedAt < scheduledFor;
    const address = addressOf(one);
    return isAhead && address ? [{ one, scheduledFor, ...address }] : [];
  });
  await insertRows(
    tx.notificationQueue,
    due.map(({ one, scheduledFor, channel, recipient }) => {
      const appointmentId = idOf(business, "appointment", one.index);
      return {
        id: idOf(business, "reminder", one.index),
        companyId: companyIdOf(business),
        eventType: "reminder_24h",
        channel,
        recipient,
        customerId: idOf(business, "customer", one.customer.index),
        appointmentId,
        language: one.customer.language,
        data: { appointmentId },
        status: "scheduled" as const,
        scheduledFor,
        dedupeKey: `reminder_24h:${appointmentId}:${one.startsAt.toISOString()}`,
        createdAt: one.bookedAt,
      };
    }),
  );
}

/** A mobile gets a message, whoever has none an e-mail, and a landline alone nothing. */
function addressOf({ customer }: PlannedAppointment) {
  if (customer.mobile) return { channel: "sms" as const, recipient: customer.mobile };
  return customer.email ? { channel: "email" as const, recipient: customer.email } : null;
}
