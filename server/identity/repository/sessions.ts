import { appClient } from "@/server/core/db";
import type { PortalSession } from "../rules/session";

/** The company is not known yet at sign-in: these functions of the database say no more than the door needs. */
interface SignInFacts {
  userId: string | null;
  name: string | null;
  passwordHash: string | null;
  locale: string | null;
  lockedUntil: Date | null;
}

export async function findSignIn(email: string): Promise<SignInFacts> {
  const rows = await appClient().$queryRaw<SignInFacts[]>`
    SELECT user_id AS "userId", name, password_hash AS "passwordHash", locale, locked_until AS "lockedUntil"
    FROM sign_in_find(${email}::citext)`;
  return rows[0] ?? { userId: null, name: null, passwordHash: null, locale: null, lockedUntil: null };
}

export interface RefusedSignIn {
  attemptId: string;
  email: string;
  ip: string | undefined;
  userId: string | null;
  reason: string;
}

export async function countRefusedSignIn({ attemptId, email, ip, userId, reason }: RefusedSignIn): Promise<void> {
  await appClient().$queryRaw`
    SELECT sign_in_refused(${attemptId}::uuid, ${email}::citext, ${ip ?? null}, ${userId}::uuid, ${reason})::text`;
}

export interface NewSession {
  sessionId: string;
  attemptId: string;
  userId: string;
  tokenHash: string;
  ip: string | undefined;
  userAgent: string | undefined;
  isRemembered: boolean;
  expiresAt: Date;
}

export async function openSession(session: NewSession): Promise<void> {
  await appClient().$queryRaw`
    SELECT session_open(${session.sessionId}::uuid, ${session.attemptId}::uuid, ${session.userId}::uuid,
      ${session.tokenHash}, 'portal'::session_kind, NULL, ${session.userAgent ?? null}, ${session.ip ?? null},
      ${session.isRemembered}, ${session.expiresAt}::timestamptz)::text`;
}

export async function loadSession(tokenHash: string): Promise<PortalSession | null> {
  const rows = await appClient().$queryRaw<{ session: PortalSession | null }[]>`
    SELECT session_load(${tokenHash}) AS session`;
  return rows[0]?.session ?? null;
}

export interface SessionGlance {
  activeCompanyId: string | null;
  /** Where the person still works. */
  companyIds: string[];
}

/** Whether it is still alive, without counting as a use of it. */
export async function glanceAtSession(tokenHash: string): Promise<SessionGlance | null> {
  const rows = await appClient().$queryRaw<SessionGlance[]>`
    SELECT active_company_id AS "activeCompanyId", company_ids AS "companyIds" FROM session_peek(${tokenHash})`;
  return rows[0] ?? null;
}

export async function closeSession(tokenHash: string, reason: string): Promise<void> {
  await appClient().$queryRaw`SELECT session_close(${tokenHash}, ${reason})::text`;
}

/** False when the session's user does not work there. */
export async function switchSessionCompany(tokenHash: string, companyId: string): Promise<boolean> {
  const rows = await appClient().$queryRaw<{ isSwitched: boolean }[]>`
    SELECT session_switch_company(${tokenHash}, ${companyId}::uuid) AS "isSwitched"`;
  return rows[0]?.isSwitched ?? false;
}

export async function setUserLocale(tokenHash: string, locale: string): Promise<void> {
  await appClient().$queryRaw`SELECT user_set_locale(${tokenHash}, ${locale})::text`;
}
