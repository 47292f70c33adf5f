import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Faults, RequestFault } from "../faults";
import type { Deliveries } from "./deliveries";
import type { Provider } from "./provider";
import { findRoute, MalformedJson, Refused, type Reply, type Route, type SandboxRequest } from "./route";

export interface Doors {
  providers: Provider[];
  /** The page and the steering paths; no authentication, loopback only. */
  own: Route[];
  faults: Faults;
  deliveries: Deliveries;
}

/** One port for all: `/calcom/…` belongs to the provider of that name, the rest to the sandbox itself. */
export function createSandboxServer(doors: Doors): Server {
  return createServer((incoming, outgoing) => {
    answer(doors, incoming, outgoing).catch((error: unknown) => {
      console.error("sandbox:", error);
      if (!outgoing.headersSent) send(outgoing, { status: 500, body: { error: String(error) } });
    });
  });
}

async function answer(doors: Doors, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://sandbox");
  const request = await readRequest(incoming, url);
  const provider = doors.providers.find(({ name }) => url.pathname.startsWith(`/${name}/`));
  if (!provider) return send(outgoing, await answerOwn(doors.own, request));
  request.path = url.pathname.slice(provider.name.length + 1);
  const { delayMs, kind } = doors.faults.strike(provider.name, request);
  if (delayMs > 0) await doors.deliveries.rest(delayMs);
  if (kind === "timeout") return holdOpen(outgoing, doors.deliveries.signal);
  const reply = await answerAs(provider, request, kind);
  if (kind === "lost_answer") return void outgoing.destroy();
  send(outgoing, reply);
}

/** What the provider does about a request, and how it answers. */
export async function answerAs(
  provider: Provider,
  request: SandboxRequest,
  fault: RequestFault | null,
): Promise<Reply> {
  const reply = await refuseOrServe(provider, request, fault);
  return { ...reply, headers: { ...provider.headers?.(request), ...reply.headers } };
}

async function refuseOrServe(provider: Provider, request: SandboxRequest, fault: RequestFault | null): Promise<Reply> {
  if (fault === "error_500" || fault === "rate_limit") return provider.refuse[fault](request);
  return settle(async () => {
    const refusal = provider.guard(request);
    if (refusal) return refusal;
    const route = findRoute(provider.routes, request);
    return route ? route.handle(request) : provider.refuse.notFound(request);
  }, provider.refuse.malformed(request));
}

async function answerOwn(routes: Route[], request: SandboxRequest): Promise<Reply> {
  const route = findRoute(routes, request);
  if (!route) return { status: 404, body: { error: `nothing at ${request.method} ${request.path}` } };
  return settle(async () => route.handle(request), { status: 400, body: { error: "malformed JSON" } });
}

async function settle(work: () => Promise<Reply>, malformed: Reply): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    if (error instanceof MalformedJson) return malformed;
    throw error;
  }
}

async function readRequest(incoming: IncomingMessage, url: URL): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    raw: Buffer.concat(chunks).toString("utf8"),
    params: {},
  };
}

function holdOpen(outgoing: ServerResponse, until: AbortSignal): void {
  until.addEventListener("abort", () => outgoing.destroy(), { once: true });
}

function send(outgoing: ServerResponse, { status, body, headers }: Reply): void {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const type = body === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  outgoing.writeHead(status, { ...type, ...headers });
  outgoing.end(body === undefined ? "" : isRaw ? body : JSON.stringify(body));
}
