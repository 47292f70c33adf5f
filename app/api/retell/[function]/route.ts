import { errorResponse, readText, requestId } from "@/server/api/http";
import { visitorOf } from "@/server/api/visitor";
import { SIGNATURE_HEADER } from "@/server/calls/adapters/retell";
import { answerFunction } from "@/server/calls/functions/commands/answer-function";
import { functionName } from "@/server/calls/functions/schema";
import { loggedHeaders } from "@/server/core/deliveries";
import { notFound } from "@/server/core/errors";

export const dynamic = "force-dynamic";

/** The conversation so far comes along with every question. */
const MAX_BYTES = 4_000_000;

export async function POST(request: Request, { params }: { params: Promise<{ function: string }> }): Promise<Response> {
  try {
    const { headers } = request;
    const name = functionName.safeParse((await params).function.replaceAll("_", "-"));
    if (!name.success) throw notFound("function");
    const answer = await answerFunction({
      name: name.data,
      raw: await readText(request, { maxBytes: MAX_BYTES }),
      signature: headers.get(SIGNATURE_HEADER),
      headers: loggedHeaders(headers),
      ip: visitorOf(headers).ip,
      requestId: requestId(request),
    });
    return Response.json(answer);
  } catch (error) {
    return errorResponse(error, request);
  }
}
