import { env } from "@/server/core/env";
import { type LogChannel, log } from "@/server/core/log";
import { activeMembership } from "@/server/identity/rules/session";
import { STRICT_TRANSPORT } from "./content-security";
import type { ApiContext } from "./context";
import { failureResponse, requestId } from "./http";
import { failureOf } from "./refusal";

/** What is known of a request once it has been looked at; it stands in the line that the request leaves in the log. */
export interface RequestFacts {
  /** The address without what stands in it: `/api/retell/{function}`, or the procedures that were called. */
  route: string;
  companyId?: string;
  principal?: "user" | "impersonator" | "api_key" | "anonymous" | "provider";
}

/** Whose company a call is about, and what kind of caller it is; never who they are. */
export function callerOf({ session, apiKey }: ApiContext): Pick<RequestFacts, "companyId" | "principal"> {
  if (apiKey) return { principal: "api_key", companyId: apiKey.creator.companyId };
  if (!session) return { principal: "anonymous" };
  const companyId = activeMembership(session)?.companyId;
  return { principal: session.impersonation ? "impersonator" : "user", ...(companyId && { companyId }) };
}

/** Whoever waits longer wonders whether it still works. */
const SLOW_MS = 1000;

interface Door {
  channel: Extract<LogChannel, "api" | "webhook">;
  route: string;
  /** Asked every few seconds by machines: no line for each time. */
  isQuiet?: boolean;
}

/** Adds to what the request's line in the log says. */
export type Note = (facts: Partial<RequestFacts>) => void;

/**
 * Answers a request at one of our doors: an error becomes the common shape, every answer carries its request's id, the
 * headers that `answer` was given, and may be kept by nobody unless it says otherwise, and the request leaves one line in
 * the log, when its answer begins.
 */
export async function answerAt(
  { channel, route, isQuiet = false }: Door,
  request: Request,
  work: (note: Note, answer: Headers) => Promise<Response>,
): Promise<Response> {
  const startedAt = performance.now();
  const facts: RequestFacts = { route };
  const answer = new Headers();
  const response = await work((more) => Object.assign(facts, more), answer).catch((error: unknown) =>
    failureResponse(failureOf(error, requestId(request)), request),
  );
  addAnswer(response.headers, answer);
  addHeaders(response.headers, requestId(request));
  const { status } = response;
  const durationMs = Math.round(performance.now() - startedAt);
  const line = { ...facts, method: request.method, status, durationMs };
  log(channel)[status >= 500 ? "error" : isQuiet ? "debug" : "info"](
    { ...line, requestId: requestId(request) },
    "request",
  );
  if (durationMs > SLOW_MS) log("performance").warn({ ...line, requestId: requestId(request) }, "slow request");
  return response;
}

/** What the gates tell of limits, and a new token where the session's rights changed. */
function addAnswer(headers: Headers, answer: Headers): void {
  for (const [name, value] of answer) headers[name === "set-cookie" ? "append" : "set"](name, value);
}

function addHeaders(headers: Headers, id: string): void {
  headers.set("x-request-id", id);
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  if (env().APP_URL.startsWith("https:")) headers.set("strict-transport-security", STRICT_TRANSPORT);
}
