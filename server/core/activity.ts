import { randomBytes } from "node:crypto";
import { type ActivityHead, canonicalOf, valuesDigestOf } from "./activity-entry";
import type { CompanyContext, PendingActivity, TransactionContext } from "./context";
import { ask } from "./db";
import { Prisma } from "./generated/client";
import { newId } from "./ids";

/** Whose chain an entry belongs to, the platform's own where there is no company, and who made it from where. */
export type ActivityAuthor = Omit<CompanyContext, "companyId" | "restriction" | "permissions"> & {
  readonly companyId: string | null;
};

const plain = (value: unknown): unknown =>
  value === undefined ? null : JSON.parse(JSON.stringify(value, writeBigInt));
const writeBigInt = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

/** Remembers what a command changed; it is written when the transaction ends. */
export function recordAudit(ctx: TransactionContext, entry: PendingActivity): void {
  ctx.pendingActivity.push(entry);
}

/** Appends the transaction's entries to the company's chain in one statement. */
export async function writeActivity(ctx: TransactionContext): Promise<void> {
  if (ctx.pendingActivity.length === 0) return;
  const entries = JSON.stringify(ctx.pendingActivity.map((entry) => toEntry(ctx, entry)));
  await ask(ctx, Prisma.sql`SELECT append_activity(${ctx.companyId}::uuid, ${entries}::jsonb)::text`);
}

/**
 * The chain covers a salted digest of the values, so that blanking them on erasure leaves it valid. What is chained as it
 * is can't be forgotten: so no address of a customer is.
 */
export function toEntry(ctx: ActivityAuthor, entry: PendingActivity) {
  const values = { old: plain(entry.before), new: plain(entry.after) };
  const salt = randomBytes(16).toString("hex");
  const isCustomer = ctx.actor.kind === "customer";
  const head: ActivityHead = {
    id: newId(),
    company_id: ctx.companyId,
    log_name: entry.logName ?? "default",
    action: entry.action,
    subject_type: entry.subjectType ?? null,
    subject_id: entry.subjectId ?? null,
    actor: plain(ctx.actor),
    values_digest: valuesDigestOf(salt, values),
    ip: isCustomer ? null : (ctx.ip ?? null),
    user_agent: isCustomer ? null : (ctx.userAgent ?? null),
    request_id: ctx.requestId,
    occurred_at: ctx.now.toISOString(),
  };
  return { ...head, old_values: values.old, new_values: values.new, salt, canonical: canonicalOf(head) };
}
