import { digest } from "@/server/core/crypto";
import { glanceAtSession, loadSession, type SessionGlance } from "../repository/sessions";
import type { PortalSession } from "../rules/session";

/** 32 random bytes in base64url; anything else is not worth a query. */
const TOKEN = /^[\w-]{43}$/;

/** The living session behind a token, or null: unknown, ended, expired, or idle for too long. */
export async function findSession(token: string | undefined): Promise<PortalSession | null> {
  if (!token || !TOKEN.test(token)) return null;
  return loadSession(digest(token));
}

/** The same question from something that only waits: it does not prolong the session, and its token may change meanwhile. */
export async function peekSession(sessionId: string): Promise<SessionGlance | null> {
  return glanceAtSession(sessionId);
}
