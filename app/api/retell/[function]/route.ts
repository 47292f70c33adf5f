import { answerAt } from "@/server/api/door";
import { errorResponse, readText, requestId } from "@/server/api/http";
import { visitorOf } from "@/server/api/visitor";
import { SIGNATURE_HEADER } from "@/server/calls/adapters/retell";
import { answerFunction } from "@/server/calls/functions/commands/answer-function";
import { excuseLimit } from "@/server/calls/functions/commands/excuse-limit";
import { functionName } from "@/server/calls/functions/schema";
import { loggedHeaders } from "@/server/core/deliveries";
import { AppError, notFound } from "@/server/core/errors";

export const dynamic = "force-dynamic";

/** The conversation so far comes along with every question; an hour of it, with the time of each word, takes about one. */
const MAX_BYTES = 2_000_000;

export async function POST(request: Request, { params }: { params: Promise<{ function: string }> }): Promise<Response> {
  const name = functionName.safeParse((await params).function.replaceAll("_", "-"));
  return answerAt({ channel: "webhook", route: `/api/retell/${name.data ?? "?"}` }, request, async (note) => {
    if (!name.success) throw notFound("function");
    const { headers } = request;
    const answered = answerFunction({
      name: name.data,
      raw: await readText(request, { maxBytes: MAX_BYTES }),
      signature: headers.get(SIGNATURE_HEADER),
      headers: loggedHeaders(headers),
      ip: visitorOf(headers).ip,
      requestId: requestId(request),
      onCompany: (companyId) => note({ companyId, principal: "provider" }),
    });
    return answered.then(Response.json, (error: unknown) => inWords(error, request));
  });
}

/** Too many questions in one call are refused as everywhere, and with a sentence: an agent without one falls silent. */
async function inWords(error: unknown, request: Request): Promise<Response> {
  if (!(error instanceof AppError) || error.code !== "RATE_LIMITED") throw error;
  const refusal = errorResponse(error, request);
  return Response.json({ ...excuseLimit(error), ...(await refusal.json()) }, refusal);
}
