import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { hasOwnCredentials } from "../bearer-token";
import { requestId } from "../http";
import { sessionToken } from "../session-cookie";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that carries the portal's cookie and was not sent by one of our own pages: a browser says where a
 * request comes from, and another site can't make it lie. Where a key or a token says who asks, the cookie counts for nothing.
 */
export function requireSameOrigin(request: Request): void {
  const { method, headers } = request;
  const isByCookie = sessionToken(headers) !== undefined && !hasOwnCredentials(headers);
  if (SAFE_METHODS.has(method) || !isByCookie || isOwnPage(headers)) return;
  const from = { origin: headers.get("origin"), site: headers.get("sec-fetch-site") };
  log("security").warn({ requestId: requestId(request), method, ...from }, "request from another origin refused");
  throw new AppError({ code: "FORBIDDEN", reason: "other_origin" });
}

/** What the browser says of the page that asks; an older one tells only its origin. */
function isOwnPage(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  return headers.get("origin") === new URL(env().APP_URL).origin;
}
