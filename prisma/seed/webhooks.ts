import type { Prisma } from "@/server/core/generated/client";
import { seedId } from "./ids";

const EVENTS = {
  retell: {
    call_inbound: ["identify-caller", "Ein Anruf kommt herein, bevor der Agent spricht."],
    call_started: ["process-retell-webhook", "Ein Gespräch hat begonnen."],
    call_ended: ["process-retell-webhook", "Ein Gespräch ist zu Ende."],
    call_analyzed: ["process-retell-webhook", "Zusammenfassung und Kosten eines Gesprächs liegen vor."],
  },
  calcom: {
    BOOKING_CREATED: ["process-calcom-webhook", "Im anderen Kalender wurde gebucht."],
    BOOKING_RESCHEDULED: ["process-calcom-webhook", "Im anderen Kalender wurde verlegt."],
    BOOKING_CANCELLED: ["process-calcom-webhook", "Im anderen Kalender wurde abgesagt."],
  },
  stripe: {
    "payment_intent.succeeded": ["process-stripe-webhook", "Eine Zahlung ist eingegangen."],
    "payment_intent.payment_failed": ["process-stripe-webhook", "Eine Zahlung ist gescheitert."],
  },
  twilio: {
    "message.status": ["record-delivery", "Eine SMS ist zugestellt oder gescheitert."],
    "message.received": ["record-inbound-message", "Jemand antwortet auf eine SMS."],
  },
  resend: {
    "email.delivered": ["record-delivery", "Eine E-Mail ist zugestellt."],
    "email.bounced": ["record-delivery", "Eine E-Mail kam zurück."],
    "email.complained": ["record-delivery", "Eine E-Mail wurde als unerwünscht gemeldet."],
  },
} satisfies Record<string, Record<string, [handler: string, description: string]>>;

/** Which deliveries of the providers are known, and what handles each. */
export async function writeWebhookEvents(tx: Prisma.TransactionClient): Promise<void> {
  const rows = Object.entries(EVENTS).flatMap(([source, events]) =>
    Object.entries(events).map(([eventType, [handler = "", description = ""]]) => ({
      id: seedId(`webhook-event/${source}/${eventType}`),
      source: source as keyof typeof EVENTS,
      eventType,
      handler,
      description,
    })),
  );
  await tx.webhookEvent.createMany({ data: rows, skipDuplicates: true });
}
