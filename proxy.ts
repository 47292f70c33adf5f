import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, REPORT_PATH, STRICT_TRANSPORT } from "@/server/api/content-security";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { visitorOf } from "@/server/api/visitor";
import { env } from "@/server/core/env";

/** Pages that anybody may open: signing in, links from mails, customers' own links, public booking, the sandbox's page. */
const PUBLIC =
  /^\/(login|forgot-password|reset-password|magic-link|verify-email|invitation|c|book|docs|status|sandbox)(\/|$)/;
/** Files, and addresses that programs look for: nobody is sent from there to a form. */
const FILE = /\.[^/]*$|^\/\.well-known\//;

/**
 * Gives each page its request id and its content security policy, and sends visitors without a session cookie to the
 * sign-in page before anything is rendered. Whether the session is alive is asked by every page and every call.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (PUBLIC.test(pathname) || FILE.test(pathname) || request.cookies.has(SESSION_COOKIE)) return page(request);
  const signInPage = new URL("/login", request.nextUrl);
  if (pathname !== "/") signInPage.searchParams.set("next", pathname + search);
  return NextResponse.redirect(signInPage);
}

/** Next.js reads the nonce from the policy among the request's headers, and puts it on every script that it writes. */
function page(request: NextRequest) {
  const { APP_URL, NODE_ENV } = env();
  const isHttps = APP_URL.startsWith("https:");
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isHttps, isDevelopment: NODE_ENV === "development" });
  const { requestId } = visitorOf(request.headers);
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  response.headers.set("content-security-policy", policy);
  response.headers.set("reporting-endpoints", `csp="${REPORT_PATH}"`);
  if (isHttps) response.headers.set("strict-transport-security", STRICT_TRANSPORT);
  return response;
}

export const config = {
  matcher: ["/((?!api/|webhooks/|_next/).*)"],
};
