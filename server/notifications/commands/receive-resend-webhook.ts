import { createHash } from "node:crypto";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { readResendWebhook } from "../adapters/resend";
import { routeMessage } from "../repository/list";
import { receiveDeliveryReport } from "./receive-delivery-report";

export interface ResendDelivery {
  raw: string;
  /** As they came: the signature is in them. */
  requestHeaders: Headers;
  headers: Record<string, string>;
  /** Told whose message it is about, as soon as it is known. */
  onCompany?: (companyId: string) => void;
}

const FAILED = new Set(["email.bounced", "email.failed", "email.suppressed"]);

/** What became of an e-mail. Throws SIGNATURE_INVALID for a stranger's; a repeat does nothing. */
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
  const delivery = { source: "resend" as const, event: event.type, headers, externalId, raw };
  if (!(await receiveDelivery({ ...delivery, companyId: route?.companyId ?? null }, null)) || !event.emailId) return;
  const providerMessageId = event.emailId;
  if (event.type === "email.delivered") {
    await receiveDeliveryReport({ providerMessageId, status: "delivered", reason: null });
  } else if (FAILED.has(event.type)) {
    await receiveDeliveryReport({ providerMessageId, status: "failed", reason: event.reason ?? event.type });
  }
}
