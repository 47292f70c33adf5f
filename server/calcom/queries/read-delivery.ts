import type { TransactionContext } from "@/server/core/context";
import type { DeliveryEvent } from "@/server/core/deliveries";
import { readNews } from "../adapters/calcom-webhook";
import { calcomWebhookReceived } from "../events";
import { findAppointmentOfBooking } from "../repository/routes";

export interface ReadDelivery {
  /** What a job would work on, as when it came. */
  event: DeliveryEvent | null;
  /** The appointment that it tells of, where there is one. */
  appointmentId: string | null;
}

/** What a logged delivery of Cal.com is about, from what is kept of it. */
export async function readCalcomDelivery(tx: TransactionContext, payload: unknown): Promise<ReadDelivery> {
  const news = readNews(payload);
  if (!news) return { event: null, appointmentId: null };
  const uids = [news.uid, news.formerUid].flatMap((uid) => uid ?? []);
  const data = { trigger: news.trigger, bookingUid: uids[0] ?? "" };
  const appointmentId = uids.length > 0 ? await findAppointmentOfBooking(tx, uids) : null;
  return { event: { name: calcomWebhookReceived.name, data }, appointmentId };
}
