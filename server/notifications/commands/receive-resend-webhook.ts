import { createHash } from "node:crypto";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { readResendWebhook } from "../adapters/resend";
import { toDeliveryEvent, toUnroutedEvent } from "../events";
import { routeMessage } from "../repository/list";
import { readResendNews } from "../rules/message-news";

export interface ResendDelivery {
  raw: string;
  /** As they came: the signature is in them. */
  requestHeaders: Headers;
  headers: Record<string, string>;
  /** Told whose message it is about, as soon as it is known. */
  onCompany?: (companyId: string) => void;
}

/**
 * Takes what became of an e-mail, logs it once and leaves the work to a job. Throws SIGNATURE_INVALID for a stranger's; a
 * repeat does nothing.
 */
export async function receiveResendWebhook({ raw, requestHeaders, headers, onCompany }: ResendDelivery): Promise<void> {
  const event = readResendWebhook(raw, requestHeaders);
  if (!event) {
    await refuseDelivery({
      source: "resend",
      event: null,
      companyId: null,
      headers,
      status: 401,
      error: "wrong_signature",
    });
    throw new AppError({ code: "SIGNATURE_INVALID", reason: "wrong_signature" });
  }
  const route = event.emailId ? await routeMessage(event.emailId) : null;
  if (route) onCompany?.(route.companyId);
  const externalId = createHash("sha256").update(raw).digest("hex");
  const companyId = route?.companyId ?? null;
  const news = readResendNews(event);
  const told = news && (companyId ? toDeliveryEvent("resend", news) : toUnroutedEvent("resend", news));
  const kept = { source: "resend", event: event.type, headers, limit: "message_reports" } as const;
  const delivery = { ...kept, externalId, companyId, raw };
  await receiveDelivery(delivery, told);
}
