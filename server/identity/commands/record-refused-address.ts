import { recordAudit } from "@/server/core/activity";
import { type Actor, companyContext } from "@/server/core/context";
import { log } from "@/server/core/log";
import { takeFromLimit } from "@/server/core/rate-limit";
import { transact } from "@/server/core/transact";
import type { Visitor } from "../rules/visitor";

export interface RefusedAddress {
  companyId: string;
  /** A person, or a key. */
  actor: Extract<Actor, { kind: "user" | "api_key" }>;
  visitor: Visitor;
}

const HOUR_SECONDS = 3600;

/** Tells the company that one of its people or keys knocked from a network address outside its list; once an hour for each. */
export async function recordRefusedAddress({ companyId, actor, visitor }: RefusedAddress): Promise<void> {
  const { ip, userAgent, requestId, now } = visitor;
  const isPerson = actor.kind === "user";
  const subjectId = isPerson ? actor.userId : actor.apiKeyId;
  log("security").warn({ requestId, ip, subjectId, companyId }, "network address not allowed");
  await transact(companyContext({ companyId, actor, ip, userAgent, requestId, now }), async (tx) => {
    const bucket = `address_refused:${companyId}:${subjectId}:${ip ?? "none"}`;
    if (!(await takeFromLimit(tx, { bucket, limit: 1, windowSeconds: HOUR_SECONDS }))) return;
    const subject = { subjectType: isPerson ? "user" : "api_key", subjectId };
    recordAudit(tx, { logName: "security", action: "refuse_address", ...subject, after: { ip: ip ?? null } });
  });
}
