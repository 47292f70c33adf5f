import { postgresCode } from "@/server/core/database-error";
import { appClient } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import type { PortalSession } from "../rules/session";

/** The transaction that it belongs to, when there is one. */
type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export interface NewSession {
  sessionId: string;
  attemptId: string;
  userId: string;
  tokenHash: string;
  kind: PortalSession["kind"];
  deviceFamily: string;
  ip: string | undefined;
  userAgent: string | undefined;
  isRemembered: boolean;
  expiresAt: Date;
  activeCompanyId: string | null;
  hasSecondFactor: boolean;
}

export async function insertSession(session: NewSession, client: Client): Promise<void> {
  const { sessionId, attemptId, userId, tokenHash, kind, deviceFamily, ip, userAgent } = session;
  await client.$queryRaw`
    SELECT session_open(${sessionId}::uuid, ${attemptId}::uuid, ${userId}::uuid, ${tokenHash}, ${kind}::session_kind, ${deviceFamily},
      ${userAgent ?? null}, ${ip ?? null}, ${session.isRemembered}, ${session.expiresAt}::timestamptz, ${session.activeCompanyId}::uuid,
      ${session.hasSecondFactor})::text`.catch(refuseBlocked);
}

const BLOCKED = "AP001";

/** Whichever way they came: an account that an operator has locked opens no session. */
function refuseBlocked(error: unknown): never {
  if (postgresCode(error) !== BLOCKED) throw error;
  throw new AppError({ code: "ACCOUNT_LOCKED", reason: "too_many_attempts" }, { cause: error });
}

export async function loadSession(tokenHash: string): Promise<PortalSession | null> {
  const rows = await appClient().$queryRaw<{ session: PortalSession | null }[]>`
    SELECT session_load(${tokenHash}) AS session`;
  return rows[0]?.session ?? null;
}

export interface SessionGlance {
  activeCompanyId: string | null;
  /** Where the person still works, and from which network addresses they may. */
  places: { companyId: string; ipAllowlist: string[] }[];
}

/** Whether it is still alive, without counting as a use of it. */
export async function glanceAtSession(sessionId: string): Promise<SessionGlance | null> {
  const rows = await appClient().$queryRaw<SessionGlance[]>`
    SELECT active_company_id AS "activeCompanyId", places FROM session_peek(${sessionId}::uuid)`;
  return rows[0] ?? null;
}

export interface Rotation {
  tokenHash: string;
  newHash: string;
  isProved: boolean;
  isSecondFactor: boolean;
}

/** False when the session has ended meanwhile. */
export async function rotateToken(rotation: Rotation, client: Client = appClient()): Promise<boolean> {
  const { tokenHash, newHash, isProved, isSecondFactor } = rotation;
  const rows = await client.$queryRaw<{ isRotated: boolean }[]>`
    SELECT session_rotate(${tokenHash}, ${newHash}, ${isProved}, ${isSecondFactor}) AS "isRotated"`;
  return rows[0]?.isRotated ?? false;
}

export async function closeSession(tokenHash: string, reason: string, client: Client = appClient()): Promise<void> {
  await client.$queryRaw`SELECT session_close(${tokenHash}, ${reason})::text`;
}

/** False when the session's user does not work there. */
export async function switchSessionCompany(tokenHash: string, companyId: string, client: Client): Promise<boolean> {
  const rows = await client.$queryRaw<{ isSwitched: boolean }[]>`
    SELECT session_switch_company(${tokenHash}, ${companyId}::uuid) AS "isSwitched"`;
  return rows[0]?.isSwitched ?? false;
}

export async function setUserLocale(tokenHash: string, locale: string, client: Client): Promise<void> {
  await client.$queryRaw`SELECT user_set_locale(${tokenHash}, ${locale})::text`;
}
