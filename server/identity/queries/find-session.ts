import { digest } from "@/server/core/crypto";
import { glanceAtSession, loadSession, type SessionGlance } from "../repository/sessions";
import type { PortalSession } from "../rules/session";

/** 32 random bytes in base64url; anything else is not worth a query. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The living session behind a token, or null: unknown, ended, expired, or idle for too long. A door that knows only one kind
 * does not take the other: a stolen cookie opens nothing in a header, nor a program's token in a browser.
 */
export async function findSession(
  token: string | undefined,
  kind?: PortalSession["kind"],
): Promise<PortalSession | null> {
  if (!token || !TOKEN.test(token)) return null;
  const session = await loadSession(digest(token));
  return session && kind && session.kind !== kind ? null : session;
}

/** The same question from something that only waits: it does not prolong the session, and its token may change meanwhile. */
export async function peekSession(sessionId: string): Promise<SessionGlance | null> {
  return glanceAtSession(sessionId);
}
