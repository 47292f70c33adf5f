import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import type { ApiContext } from "../context";
import { answerAt } from "../door";
import { doorContext } from "../door-context";
import { requireWithinLimits } from "../gates/rate-limits";
import { requireSameOrigin } from "../gates/same-origin";
import { openCompany } from "../procedures";
import { makesSomething } from "./answer";
import { allowOrigin, preflight } from "./cors";
import type { Operation } from "./operation";
import { matchOperation } from "./operations";
import { readInput } from "./read-input";
import { BASE, resourcePath } from "./resource-path";
import { methodRefused, refuse, respond } from "./respond";
import { runOperation } from "./run-operation";

/** Every REST address: the procedures that name one, in JSON with snake_case keys. */
export function handleRest(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/{path}" }, request, async (note, headers) => {
    try {
      const path = resourcePath(new URL(request.url).pathname);
      const match = path ? matchOperation(request.method, path) : null;
      if (match && request.method === "OPTIONS") return await preflight(request, match.methods);
      const context = { ...(await doorContext(request, { note, answer: headers })), isCounted: true };
      if (match?.operation) {
        note({ route: BASE + match.operation.path });
        return await answer(request, { operation: match.operation, values: match.values, context });
      }
      await requireWithinLimits(context);
      if (!match) throw notFound("procedure");
      return methodRefused(request, match.methods);
    } catch (error) {
      return refuse(error, request);
    }
  });
}

interface Addressed {
  operation: Operation;
  values: Record<string, string>;
}

async function answer(request: Request, { context, ...asked }: Addressed & { context: ApiContext }): Promise<Response> {
  const place = placeOf(context);
  const shared = await allowOrigin(request, place?.company ?? null);
  const response = await run(request, { ...asked, context, ...place }).catch((error: unknown) =>
    refuse(error, request, asked.operation),
  );
  for (const [name, value] of Object.entries(shared)) response.headers.set(name, value);
  return response;
}

interface Place {
  company: CompanyContext;
  zone: string;
}

/** Whose data it is about, as far as that is known before the call; who may not call is told so by the call. */
function placeOf(context: ApiContext): Place | null {
  try {
    const { company, membership } = openCompany(context);
    return { company, zone: membership.timezone };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

interface Asked extends Addressed, Partial<Place> {
  context: ApiContext;
}

async function run(request: Request, { operation, values, context, company, zone = "UTC" }: Asked): Promise<Response> {
  requireSameOrigin(request);
  await requireWithinLimits(context, operation.meta.limit);
  const input = await readInput({ request, operation, values, zone });
  const status = operation.answer === "nothing" ? 204 : makesSomething(operation) ? 201 : 200;
  const { answer, isRepeat } = await runOperation({
    ...{ context, operation, input, values, status },
    company: company ?? null,
    ifMatch: request.headers.get("if-match"),
    idempotencyKey: request.headers.get("idempotency-key"),
  });
  return respond(request, { operation, values, status, answer, isRepeat });
}
