import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export interface OpenSession {
  id: string;
  kind: "portal" | "api";
  userAgent: string | null;
  ip: string | null;
  isRemembered: boolean;
  createdAt: Date;
  lastSeenAt: Date;
}

export async function listOpenSessions(userId: string): Promise<OpenSession[]> {
  return appClient().$queryRaw<OpenSession[]>`
    SELECT id, kind, user_agent AS "userAgent", ip, is_remembered AS "isRemembered", created_at AS "createdAt", last_seen_at AS "lastSeenAt"
    FROM sessions_of(${userId}::uuid)`;
}

/** False for a session that is not theirs, or has ended. */
export async function endSession(
  { userId, sessionId, reason }: { userId: string; sessionId: string; reason: string },
  client: Client,
): Promise<boolean> {
  const rows = await client.$queryRaw<{ isEnded: boolean }[]>`
    SELECT session_end(${userId}::uuid, ${sessionId}::uuid, ${reason}) AS "isEnded"`;
  return rows[0]?.isEnded ?? false;
}

/** Ends all of somebody's sessions but one, if one is named. How many there were. */
export async function endSessions(
  { userId, exceptSessionId, reason }: { userId: string; exceptSessionId?: string; reason: string },
  client: Client = appClient(),
): Promise<number> {
  const rows = await client.$queryRaw<{ count: number }[]>`
    SELECT sessions_end(${userId}::uuid, ${exceptSessionId ?? null}::uuid, ${reason}) AS count`;
  return rows[0]?.count ?? 0;
}
