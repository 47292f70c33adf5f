import { answerAt } from "@/server/api/door";
import { readText, requestId } from "@/server/api/http";
import { visitorOf } from "@/server/api/visitor";
import { SIGNATURE_HEADER } from "@/server/calls/adapters/retell";
import { receiveWebhook } from "@/server/calls/commands/receive-webhook";
import { loggedHeaders } from "@/server/core/deliveries";

export const dynamic = "force-dynamic";

/** An hour of conversation, told three times with the time of each word, takes about one. */
const MAX_BYTES = 2_000_000;

export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "webhook", route: "/webhooks/retell" }, request, async (note) => {
    const { headers } = request;
    const answer = await receiveWebhook({
      raw: await readText(request, { maxBytes: MAX_BYTES }),
      signature: headers.get(SIGNATURE_HEADER),
      headers: loggedHeaders(headers),
      ip: visitorOf(headers).ip,
      requestId: requestId(request),
      onCompany: (companyId) => note({ companyId, principal: "provider" }),
    });
    return Response.json(answer ?? { success: true });
  });
}
