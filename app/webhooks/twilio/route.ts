import { answerAt } from "@/server/api/door";
import { readText } from "@/server/api/http";
import { loggedHeaders } from "@/server/core/deliveries";
import { receiveTwilioWebhook } from "@/server/notifications/commands/receive-twilio-webhook";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "webhook", route: "/webhooks/twilio" }, request, async (note) => {
    await receiveTwilioWebhook({
      raw: await readText(request, { maxBytes: 100_000 }),
      signature: request.headers.get("x-twilio-signature"),
      headers: loggedHeaders(request.headers),
      onCompany: (companyId) => note({ companyId, principal: "provider" }),
    });
    return new Response("<Response/>", { headers: { "content-type": "text/xml" } });
  });
}
