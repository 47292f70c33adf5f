import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { AppError } from "@/server/core/errors";
import { requireShallow } from "@/server/core/json";
import { createContext } from "./context";
import { answerAt, callerOf } from "./door";
import { requireWithinLimits } from "./gates/rate-limits";
import { requireSameOrigin } from "./gates/same-origin";
import { readText, requestId } from "./http";
import { failureOf } from "./refusal";
import { appRouter } from "./root";

const MAX_BYTES = 1_000_000;
const PATH = "/api/trpc";

/** So many calls may come in one request; the browser parts what is more (`components/providers/trpc-provider.tsx`). */
const MAX_CALLS = 25;

/** The browser's door: calls, batches of them, and the event stream. */
export async function handleTrpc(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: routeOf(request) }, request, async (note) => {
    requireSameOrigin(request);
    requireFewCalls(request);
    return fetchRequestHandler({
      endpoint: PATH,
      req: await withReadInput(request),
      router: appRouter,
      createContext: async ({ req, resHeaders, info }) => {
        const context = { ...(await createContext(req.headers, resHeaders)), requestId: requestId(request) };
        note(callerOf(context));
        // What there is counts itself.
        if (namesIn(request).some((name) => !isProcedure(name))) await requireWithinLimits(context);
        // A page asks for all that it shows at once: that is one request of its reader. A program's calls count one by one.
        const isOfPage = info.calls.length > 1 && context.session?.kind === "portal";
        return isOfPage ? { ...context, batch: {} } : context;
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
function routeOf(request: Request): string {
  const known = namesIn(request).map((name) => (isProcedure(name) ? name : "?"));
  return `${PATH}/${[...new Set(known)].slice(0, 20).join(",")}`;
}

const isProcedure = (name: string): boolean => Object.hasOwn(appRouter._def.procedures, name);

const namesIn = ({ url }: Request): string[] => new URL(url).pathname.slice(PATH.length + 1).split(/,|%2c/i);

function requireFewCalls(request: Request): void {
  if (namesIn(request).length <= MAX_CALLS) return;
  throw new AppError({ code: "VALIDATION_ERROR", reason: "batch_too_large", details: { calls: MAX_CALLS } });
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
