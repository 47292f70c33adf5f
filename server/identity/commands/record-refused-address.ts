import { recordAudit } from "@/server/core/activity";
import { companyContext } from "@/server/core/context";
import { log } from "@/server/core/log";
import { takeFromLimit } from "@/server/core/rate-limit";
import { transact } from "@/server/core/transact";
import type { Visitor } from "../rules/visitor";

export interface RefusedAddress {
  companyId: string;
  userId: string;
  name: string;
  visitor: Visitor;
}

const HOUR_SECONDS = 3600;

/** Tells the company that one of its people knocked from a network address outside its list; once an hour for each. */
export async function recordRefusedAddress({ companyId, userId, name, visitor }: RefusedAddress): Promise<void> {
  const { ip, userAgent, requestId, now } = visitor;
  const actor = { kind: "user", userId, name } as const;
  log("security").warn({ requestId, ip, userId, companyId }, "network address not allowed");
  await transact(companyContext({ companyId, actor, ip, userAgent, requestId, now }), async (tx) => {
    const bucket = `address_refused:${companyId}:${userId}:${ip ?? "none"}`;
    if (!(await takeFromLimit(tx, { bucket, limit: 1, windowSeconds: HOUR_SECONDS }))) return;
    const subject = { subjectType: "user", subjectId: userId };
    recordAudit(tx, { logName: "security", action: "refuse_address", ...subject, after: { ip: ip ?? null } });
  });
}
