import { errorResponse, readText, requestId } from "@/server/api/http";
import { visitorOf } from "@/server/api/visitor";
import { SIGNATURE_HEADER } from "@/server/calls/adapters/retell";
import { receiveWebhook } from "@/server/calls/commands/receive-webhook";
import { loggedHeaders } from "@/server/core/deliveries";

export const dynamic = "force-dynamic";

/** A long conversation's transcript with its tool calls stays far below it. */
const MAX_BYTES = 4_000_000;

export async function POST(request: Request): Promise<Response> {
  try {
    const { headers } = request;
    const answer = await receiveWebhook({
      raw: await readText(request, { maxBytes: MAX_BYTES }),
      signature: headers.get(SIGNATURE_HEADER),
      headers: loggedHeaders(headers),
      ip: visitorOf(headers).ip,
      requestId: requestId(request),
    });
    return answer ? Response.json(answer) : Response.json({ success: true });
  } catch (error) {
    return errorResponse(error, request);
  }
}
