import { readCalcomDelivery } from "@/server/calcom/queries/read-delivery";
import { readCallDelivery } from "@/server/calls/queries/read-delivery";
import type { TransactionContext } from "@/server/core/context";
import type { DeliveryEvent } from "@/server/core/deliveries";
import { readMessageDelivery } from "@/server/notifications/queries/read-delivery";
import type { WebhookSource, WebhookSubject } from "../schema";

export interface ReadDelivery {
  /** What a job would work on, as when it came; null for what needs none. */
  event: DeliveryEvent | null;
  subject: WebhookSubject | null;
}

interface Kept {
  source: WebhookSource;
  payload: unknown;
}

const subjectOf = (type: WebhookSubject["type"], id: string | null): WebhookSubject | null =>
  id === null ? null : { type, id };

/** What a logged delivery is about and what it would become, by whoever understands its source. */
export async function readDelivery(tx: TransactionContext, { source, payload }: Kept): Promise<ReadDelivery> {
  if (source === "retell") {
    const { event, callId } = await readCallDelivery(tx, payload);
    return { event, subject: subjectOf("call", callId) };
  }
  if (source === "calcom") {
    const { event, appointmentId } = await readCalcomDelivery(tx, payload);
    return { event, subject: subjectOf("appointment", appointmentId) };
  }
  if (source !== "resend" && source !== "twilio") return { event: null, subject: null };
  const { event, notificationId } = await readMessageDelivery(tx, { source, payload });
  return { event, subject: subjectOf("notification", notificationId) };
}
