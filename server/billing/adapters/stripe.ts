import Stripe from "stripe";
import { z } from "zod";
import { env } from "@/server/core/env";

const { webhooks } = Stripe;

const notice = z.object({ id: z.string().min(1), type: z.string().min(1) });
export type StripeNotice = z.infer<typeof notice>;

/** Reads what the provider tells; null when its signature (five minutes) does not hold, or it is no event. */
export function readStripeWebhook(raw: string, signature: string): StripeNotice | null {
  const { STRIPE_WEBHOOK_SECRET } = env();
  if (!STRIPE_WEBHOOK_SECRET) return null;
  try {
    return notice.parse(webhooks.constructEvent(raw, signature, STRIPE_WEBHOOK_SECRET));
  } catch {
    return null;
  }
}
