import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { type ApiContext, createContext } from "../context";
import { requireSameOrigin } from "../gates/same-origin";
import { requestId } from "../http";
import { openCompany } from "../procedures";
import { makesSomething } from "./answer";
import { allowOrigin, preflight } from "./cors";
import type { Operation } from "./operation";
import { matchOperation } from "./operations";
import { readInput } from "./read-input";
import { resourcePath } from "./resource-path";
import { methodRefused, refuse, respond } from "./respond";
import { runOperation } from "./run-operation";

/** Every REST address: the procedures that name one, in JSON with snake_case keys. */
export async function handleRest(request: Request): Promise<Response> {
  try {
    const path = resourcePath(new URL(request.url).pathname);
    const match = path && matchOperation(request.method, path);
    if (!match) throw notFound("procedure");
    if (request.method === "OPTIONS") return await preflight(request, match.methods);
    if (!match.operation) return methodRefused(request, match.methods);
    return await answer(request, match.operation, match.values);
  } catch (error) {
    return refuse(error, request);
  }
}

async function answer(request: Request, operation: Operation, values: Record<string, string>): Promise<Response> {
  const context = { ...(await createContext(request.headers)), requestId: requestId(request) };
  const place = placeOf(context);
  const shared = await allowOrigin(request, place?.company ?? null);
  const response = await run(request, { operation, values, context, ...place }).catch((error: unknown) =>
    refuse(error, request, operation),
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

interface Asked extends Partial<Place> {
  operation: Operation;
  values: Record<string, string>;
  context: ApiContext;
}

async function run(request: Request, { operation, values, context, company, zone = "UTC" }: Asked): Promise<Response> {
  requireSameOrigin(request);
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
