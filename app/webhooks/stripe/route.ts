import { answerAt } from "@/server/api/door";
import { readText } from "@/server/api/http";
import { receiveStripeWebhook } from "@/server/billing/commands/receive-stripe-webhook";
import { loggedHeaders } from "@/server/core/deliveries";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "webhook", route: "/webhooks/stripe" }, request, async () => {
    const raw = await readText(request, { maxBytes: 500_000 });
    const signature = request.headers.get("stripe-signature") ?? "";
    await receiveStripeWebhook({ raw, signature, headers: loggedHeaders(request.headers) });
    return Response.json({ success: true });
  });
}
