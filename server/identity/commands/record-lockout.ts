import { recordAudit } from "@/server/core/activity";
import { companyContext } from "@/server/core/context";
import { takeFromLimit } from "@/server/core/rate-limit";
import { transact } from "@/server/core/transact";

export interface Lockout {
  companyId: string;
  userId: string;
  attemptId: string;
  ip: string | null;
  at: string;
  until: string;
}

const DAY_SECONDS = 86_400;

/** Tells the company that the account of one of its people has to wait; once for each attempt, however often it is asked. */
export async function recordLockout({ companyId, userId, attemptId, ip, at, until }: Lockout): Promise<void> {
  const actor = { kind: "system", name: "sign-in" } as const;
  const ctx = companyContext({ companyId, actor, now: new Date(at), requestId: attemptId, ...(ip && { ip }) });
  await transact(ctx, async (tx) => {
    const bucket = `lockout:${companyId}:${attemptId}`;
    if (!(await takeFromLimit(tx, { bucket, limit: 1, windowSeconds: DAY_SECONDS }))) return;
    const subject = { subjectType: "user", subjectId: userId };
    recordAudit(tx, { logName: "security", action: "lock_account", ...subject, after: { until } });
  });
}
