import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "./context";
import { requireSameOrigin } from "./gates/same-origin";
import { errorResponse, readText } from "./http";
import { appRouter } from "./root";

const MAX_BYTES = 1_000_000;

/** The browser's door: calls, batches of them, and the event stream. */
export async function handleTrpc(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    return await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: request.method === "POST" ? await withReadBody(request) : request,
      router: appRouter,
      createContext: ({ req }) => createContext(req.headers),
    });
  } catch (error) {
    return errorResponse(error, request);
  }
}

/** The same request with its body read, no further than the limit: a chunked one does not say how long it is. */
async function withReadBody(request: Request): Promise<Request> {
  const { method, headers, signal, url } = request;
  return new Request(url, { method, headers, signal, body: await readText(request, { maxBytes: MAX_BYTES }) });
}
