import { answerAt } from "@/server/api/door";
import { readText } from "@/server/api/http";
import { loggedHeaders } from "@/server/core/deliveries";
import { receiveResendWebhook } from "@/server/notifications/commands/receive-resend-webhook";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "webhook", route: "/webhooks/resend" }, request, async (note) => {
    const raw = await readText(request, { maxBytes: 500_000 });
    await receiveResendWebhook({
      raw,
      requestHeaders: request.headers,
      headers: loggedHeaders(request.headers),
      onCompany: (companyId) => note({ companyId, principal: "provider" }),
    });
    return Response.json({ success: true });
  });
}
