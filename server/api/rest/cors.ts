import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findAllowedOrigins, isOriginKnown } from "./repository";

const origins = z.array(z.string()).catch([]);

const SENT =
  "Authorization, X-API-Key, X-Company-Id, Content-Type, Idempotency-Key, If-Match, If-None-Match, Accept-Language, X-Request-Id";
const READ =
  "ETag, Location, Retry-After, X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Idempotency-Replayed";

/** The page of another origin that asks; null for our own pages, and for whoever is no browser. */
export function foreignOrigin(request: Request): string | null {
  const origin = request.headers.get("origin");
  if (origin === null || origin === new URL(env().APP_URL).origin || origin === new URL(request.url).origin)
    return null;
  return origin;
}

/** What a browser hears before it asks in earnest: it has not said who it is, so any company's list will do. */
export async function preflight(request: Request, methods: string[]): Promise<Response> {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const origin = foreignOrigin(request);
  const headers = new Headers({ allow, vary: "Origin" });
  if (origin && (await isOriginKnown(origin))) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-methods", allow);
    headers.set("access-control-allow-headers", SENT);
    headers.set("access-control-max-age", "600");
  }
  return new Response(null, { status: 204, headers });
}

/** The headers that let the page read the answer; throws for a page whose origin the company does not list. */
export async function allowOrigin(request: Request, company: CompanyContext | null): Promise<Record<string, string>> {
  const origin = foreignOrigin(request);
  if (!origin) return {};
  const isAllowed = company
    ? origins.parse(await transact(company, findAllowedOrigins)).includes(origin)
    : await isOriginKnown(origin);
  if (!isAllowed) throw new AppError({ code: "FORBIDDEN", reason: "origin_not_allowed" });
  return { "access-control-allow-origin": origin, "access-control-expose-headers": READ, vary: "Origin" };
}
