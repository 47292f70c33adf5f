import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { AppError } from "@/server/core/errors";
import { createContext } from "./context";
import { errorResponse } from "./http";
import { appRouter } from "./root";

const MAX_BYTES = 1_000_000;

/** The browser's door: calls, batches of them, and the event stream. */
export function handleTrpc(request: Request): Promise<Response> | Response {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) {
    const refusal = { code: "PAYLOAD_TOO_LARGE", reason: "body_too_large", details: { maxBytes: MAX_BYTES } } as const;
    return errorResponse(new AppError(refusal), request);
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: ({ req }) => createContext(req.headers),
  });
}
