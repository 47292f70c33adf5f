import { type NextRequest, NextResponse } from "next/server";
import { SESSION_COOKIE } from "@/server/api/session-cookie";

/** Pages that anybody may open: signing in, customers' own links, public booking, the sandbox's page. */
const PUBLIC = /^\/(login|c|book|docs|status|sandbox)(\/|$)/;

/**
 * Sends visitors without a session cookie to the sign-in page before anything is rendered. It looks at nothing else:
 * whether the session is alive is asked by every page and every call.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (PUBLIC.test(pathname) || request.cookies.has(SESSION_COOKIE)) return NextResponse.next();
  const signInPage = new URL("/login", request.nextUrl);
  if (pathname !== "/") signInPage.searchParams.set("next", pathname + search);
  return NextResponse.redirect(signInPage);
}

export const config = {
  matcher: ["/((?!api/|webhooks/|_next/|.*\\..*).*)"],
};
