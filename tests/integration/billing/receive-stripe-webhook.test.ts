import Stripe from "stripe";
import { expect, it } from "vitest";
import { POST } from "@/app/webhooks/stripe/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { STRIPE_WEBHOOK_SECRET } from "../../support/provider-keys";

const { webhooks } = Stripe;

const eventOf = (id: string) =>
  JSON.stringify({ id, object: "event", type: "payment_intent.succeeded", data: { object: { id: `pi_${id}` } } });

interface Signing {
  secret?: string;
  timestamp?: number;
}

function told(body: string, { secret = STRIPE_WEBHOOK_SECRET, timestamp }: Signing = {}, sent = body) {
  const signature = webhooks.generateTestHeaderString({ payload: body, secret, ...(timestamp && { timestamp }) });
  const headers = { "content-type": "application/json", "stripe-signature": signature };
  return POST(new Request("http://localhost:3000/webhooks/stripe", { method: "POST", headers, body: sent }));
}

const refusals = () => platformClient().webhookLog.count({ where: { source: "stripe", status: "rejected" } });
const rowsSince = (receivedAt: Date) =>
  platformClient().webhookLog.findMany({
    where: { source: "stripe", status: { not: "rejected" }, receivedAt: { gte: receivedAt } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });

it("takes what is signed, keeps it once, and does nothing when it comes again", async () => {
  const since = new Date();
  const body = eventOf(newId());
  expect([(await told(body)).status, (await told(body)).status]).toEqual([200, 200]);
  const rows = await rowsSince(since);
  const kept = { eventType: "payment_intent.succeeded", companyId: null, isSignatureValid: true };
  expect(rows).toMatchObject([
    { ...kept, status: "processed" },
    { ...kept, status: "duplicate" },
  ]);
  expect(rows.map(({ payload }) => payload)).toEqual([null, null]);
});

it("turns away another's signature, an old one, changed words and what is no event, and notes each", async () => {
  const before = await refusals();
  const body = eventOf(newId());
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const answers = [
    await told(body, { secret: "whsec_somebody-elses" }),
    await told(body, { timestamp: anHourAgo }),
    await told(body, {}, body.replace("succeeded", "failed")),
    await told("[]"),
    await POST(new Request("http://localhost:3000/webhooks/stripe", { method: "POST", body })),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(await answers[0]?.json()).toMatchObject({ success: false, error: { code: "SIGNATURE_INVALID" } });
  expect(await refusals()).toBe(before + answers.length);
});
