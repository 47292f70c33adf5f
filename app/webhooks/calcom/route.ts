import { answerAt } from "@/server/api/door";
import { readText } from "@/server/api/http";
import { CALCOM_SIGNATURE_HEADER } from "@/server/calcom/adapters/calcom-webhook";
import { receiveCalcomWebhook } from "@/server/calcom/commands/receive-calcom-webhook";
import { loggedHeaders } from "@/server/core/deliveries";

export const dynamic = "force-dynamic";

const MAX_BYTES = 500_000;

/** For subscriptions of before each company had an address of its own. */
export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "webhook", route: "/webhooks/calcom" }, request, async (note) => {
    await receiveCalcomWebhook({
      companyKey: null,
      raw: await readText(request, { maxBytes: MAX_BYTES }),
      signature: request.headers.get(CALCOM_SIGNATURE_HEADER),
      headers: loggedHeaders(request.headers),
      onCompany: (companyId) => note({ companyId, principal: "provider" }),
    });
    return Response.json({ success: true });
  });
}
