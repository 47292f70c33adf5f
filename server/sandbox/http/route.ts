import type { IncomingHttpHeaders } from "node:http";

export interface SandboxRequest {
  method: string;
  /** Path inside the provider's own address space, e.g. `/v2/bookings`. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  raw: string;
  params: Record<string, string>;
}

export interface Reply {
  status: number;
  /** A string or bytes go out as they are, everything else as JSON; absent means an empty body. */
  body?: unknown;
  headers?: Record<string, string>;
}

export type Handler = (request: SandboxRequest) => Reply | Promise<Reply>;

export interface Route {
  method: string;
  pattern: string[];
  handle: Handler;
}

/** Thrown anywhere below a handler, it becomes the answer. */
export class Refused extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

export class MalformedJson extends Error {}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });

/** `route("GET /v2/bookings/:uid", handler)`. */
export function route(signature: string, handle: Handler): Route {
  const [method = "GET", path = "/"] = signature.split(" ");
  return { method, pattern: segments(path), handle };
}

export function findRoute(routes: Route[], request: SandboxRequest): Route | null {
  const actual = segments(request.path);
  for (const candidate of routes) {
    if (candidate.method !== request.method || candidate.pattern.length !== actual.length) continue;
    const params = matchSegments(candidate.pattern, actual);
    if (!params) continue;
    request.params = params;
    return candidate;
  }
  return null;
}

function matchSegments(pattern: string[], actual: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const found = actual[index] ?? "";
    if (expected.startsWith(":")) params[expected.slice(1)] = found;
    else if (expected !== found) return null;
  }
  return params;
}

function segments(path: string): string[] {
  return path.split("/").filter(Boolean).map(decodeSegment);
}

/** A stray percent sign is not ours to judge: it simply finds no route. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The body as JSON; an empty one counts as `{}`, as the vendors' frameworks do. */
export function jsonBody(request: SandboxRequest): unknown {
  if (request.raw.trim() === "") return {};
  try {
    return JSON.parse(request.raw);
  } catch {
    throw new MalformedJson();
  }
}

export function bearerToken(request: SandboxRequest): string | null {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
}
