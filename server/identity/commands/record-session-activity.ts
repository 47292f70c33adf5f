import { recordAudit } from "@/server/core/activity";
import { companyContext, type TransactionContext } from "@/server/core/context";
import { digest } from "@/server/core/crypto";
import { transact } from "@/server/core/transact";
import { inAccountTransaction } from "../repository/account";
import { loadSession } from "../repository/sessions";
import { activeMembership, actorOf } from "../rules/session";
import type { Visitor } from "../rules/visitor";
import { recordOwnActivity } from "./record-own-activity";

type Within = Pick<TransactionContext, "tx">;

interface SessionActivity<T> {
  action: string;
  after?: Record<string, unknown>;
  /** Another company than the one where they work now. */
  companyId?: string;
  visitor?: Visitor | undefined;
  work: (within: Within) => Promise<T>;
}

/** Does something with a session, and tells the company of it, or the platform, in the same transaction; nobody is told of a session that is none. */
export async function recordSessionActivity<T>(token: string, activity: SessionActivity<T>): Promise<T> {
  const { action, after, work, visitor = {} } = activity;
  const session = await loadSession(digest(token));
  const companyId = activity.companyId ?? (session && activeMembership(session)?.companyId);
  if (!session) return inAccountTransaction((tx) => work({ tx }));
  const { id: userId, name } = session.user;
  if (!companyId) return recordOwnActivity({ person: { userId, name }, visitor, action, after, work });
  const { requestId, ip, userAgent, now } = visitor;
  const ctx = companyContext({ companyId, actor: actorOf(session), requestId, ip, userAgent, now });
  return transact(ctx, async (tx) => {
    const result = await work(tx);
    recordAudit(tx, { logName: "security", action, subjectType: "user", subjectId: userId, after });
    return result;
  });
}
