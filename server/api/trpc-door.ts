import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requireShallow } from "@/server/core/json";
import { createContext } from "./context";
import { answerAt, callerOf } from "./door";
import { requireSameOrigin } from "./gates/same-origin";
import { readText, requestId } from "./http";
import { failureOf } from "./refusal";
import { appRouter } from "./root";

const MAX_BYTES = 1_000_000;
const PATH = "/api/trpc";

/** The browser's door: calls, batches of them, and the event stream. */
export async function handleTrpc(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: routeOf(request) }, request, async (note) => {
    requireSameOrigin(request);
    return fetchRequestHandler({
      endpoint: PATH,
      req: await withReadInput(request),
      router: appRouter,
      createContext: async ({ req, resHeaders }) => {
        const context = { ...(await createContext(req.headers, resHeaders)), requestId: requestId(request) };
        note(callerOf(context));
        return context;
      },
      responseMeta: ({ errors, ctx }) => ({ headers: retryAfter(errors, ctx?.requestId) }),
    });
  });
}

/** Of several refusals the longest wait: before that it is not worth while to ask for all of them again. */
function retryAfter(errors: readonly TRPCError[], id = "unknown"): Record<string, string> {
  const waits = errors.map((error) => Number(failureOf(error, id).details?.retryAfterSeconds ?? 0));
  const longest = Math.max(0, ...waits);
  return longest > 0 ? { "retry-after": String(longest) } : {};
}

/** The procedures that are called, as far as there are any of these names. */
function routeOf({ url }: Request): string {
  const names = new URL(url).pathname.slice(PATH.length + 1).split(/,|%2c/i);
  const known = names.map((name) => (Object.hasOwn(appRouter._def.procedures, name) ? name : "?"));
  return `${PATH}/${[...new Set(known)].slice(0, 20).join(",")}`;
}

/** The same request with its body read, no further than the limit: a chunked one does not say how long it is. */
async function withReadInput(request: Request): Promise<Request> {
  const { method, headers, signal, url } = request;
  if (method !== "POST") {
    requireShallow(new URL(url).searchParams.get("input") ?? "");
    return request;
  }
  const body = await readText(request, { maxBytes: MAX_BYTES });
  requireShallow(body);
  return new Request(url, { method, headers, signal, body });
}
