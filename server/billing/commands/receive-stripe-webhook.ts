import { createHash } from "node:crypto";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { readStripeWebhook } from "../adapters/stripe";

export interface StripeDelivery {
  raw: string;
  signature: string;
  headers: Record<string, string>;
}

/**
 * Takes what the payment provider tells and logs it once; while nothing is paid through it, that is all there is to do.
 * Throws SIGNATURE_INVALID for a stranger's; a repeat does nothing.
 */
export async function receiveStripeWebhook({ raw, signature, headers }: StripeDelivery): Promise<void> {
  const notice = readStripeWebhook(raw, signature);
  const kept = { source: "stripe", companyId: null, headers } as const;
  if (!notice) {
    await refuseDelivery({ ...kept, event: null, status: 401, error: "wrong_signature" });
    throw new AppError({ code: "SIGNATURE_INVALID", reason: "wrong_signature" });
  }
  const externalId = createHash("sha256").update(raw).digest("hex");
  await receiveDelivery({ ...kept, event: notice.type, externalId, raw }, null);
}
