import { toEntry } from "./activity";
import { scopedTo, unscoped } from "./company-scope";
import type { Actor, PendingActivity } from "./context";
import { isRetryable } from "./database-error";
import { platformClient } from "./db";
import type { Prisma } from "./generated/client";

const ATTEMPTS = 3;

/** What a command or query of the platform gets: who asks, and when; the rows of every tenant are open to it. */
export interface PlatformContext {
  readonly actor: Extract<Actor, { kind: "operator" | "system" }>;
  readonly now: Date;
  readonly requestId: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

export interface PlatformActivity extends PendingActivity {
  /** The companies that it concerns: it stands in their chains too. */
  companyIds?: readonly string[];
}

/** With its transaction open; only `transactAsPlatform` makes one. */
export interface PlatformTransaction extends PlatformContext {
  readonly tx: Prisma.TransactionClient;
  readonly pendingActivity: PlatformActivity[];
}

/**
 * The platform's own door: one transaction over all tenants, or the one that is open. What it changes is recorded in the
 * platform's chain and in those of the companies concerned, as the last statements before the commit.
 */
export async function transactAsPlatform<T>(
  ctx: PlatformContext,
  work: (ctx: PlatformTransaction) => Promise<T>,
): Promise<T> {
  if (isOpen(ctx)) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      const inTransaction = (tx: Prisma.TransactionClient) =>
        unscoped(() => perform({ ...ctx, tx, pendingActivity: [] }, work));
      const to = { kind: "platform", requestId: ctx.requestId } as const;
      return await scopedTo(to, () => platformClient().$transaction(inTransaction));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/** Remembers what an operator did; it is written when the transaction ends. */
export function recordPlatformAudit(ctx: PlatformTransaction, entry: PlatformActivity): void {
  ctx.pendingActivity.push(entry);
}

const isOpen = (ctx: PlatformContext): ctx is PlatformTransaction => "tx" in ctx;

async function perform<T>(open: PlatformTransaction, work: (ctx: PlatformTransaction) => Promise<T>): Promise<T> {
  const result = await work(open);
  await writeChains(open);
  return result;
}

/** Companies in one order, the platform last: two operators never wait for each other's chains crosswise. */
async function writeChains(open: PlatformTransaction): Promise<void> {
  const entries = open.pendingActivity;
  const companyIds = [...new Set(entries.flatMap((entry) => entry.companyIds ?? []))].sort();
  for (const companyId of companyIds) {
    await append(
      open,
      companyId,
      entries.filter((entry) => entry.companyIds?.includes(companyId)),
    );
  }
  await append(open, null, entries);
}

async function append(open: PlatformTransaction, companyId: string | null, entries: PlatformActivity[]): Promise<void> {
  if (entries.length === 0) return;
  const links = JSON.stringify(entries.map((entry) => toEntry({ ...open, companyId }, entry)));
  await open.tx.$executeRaw`SELECT append_chain(${companyId}::uuid, ${links}::jsonb)`;
}
