import { writeActivity } from "./activity";
import { type CompanyScope, endingWith, scopedTo, unscoped } from "./company-scope";
import { type CompanyContext, isOpen, type TransactionContext } from "./context";
import { isRetryable } from "./database-error";
import { appClient, appPool } from "./db";
import type { Prisma } from "./generated/client";

const ATTEMPTS = 3;

/**
 * Runs the work in one transaction of the context's company, or joins the one that is open.
 * Everything in it happens or nothing does; a deadlock's victim runs again, up to three times, so the work must have no
 * effect outside the database. The audit chain is written last (docs/decisions/0001-foundation.md).
 */
export async function transact<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (isOpen(ctx)) return work(ctx);
  if (ctx.isReading) return read(ctx, work);
  for (let attempt = 1; ; attempt++) {
    try {
      const { companyId, requestId, isPlannedOnce } = ctx;
      const to: CompanyScope & { kind: "transaction" } = { kind: "transaction", companyId, requestId, isPlannedOnce };
      const inTransaction = (tx: Prisma.TransactionClient) => {
        const own = to.connection && { connection: to.connection };
        return unscoped(() => perform({ ...ctx, tx, ...own, pendingActivity: [], lastly: [] }, work));
      };
      return await scopedTo(to, () => appClient().$transaction(inTransaction));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function perform<T>(open: TransactionContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const result = await work(open);
  const last = [...open.lastly, ...(open.pendingActivity.length > 0 ? [() => writeActivity(open)] : [])];
  for (const [at, ask] of last.entries()) await (at === last.length - 1 ? endingWith(ask) : ask());
  return result;
}

/**
 * Each statement is a transaction of its own that can't write, which is all that READ COMMITTED promises to several anyway:
 * one round trip instead of three. That somebody looked at something is written down afterwards.
 */
async function read<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const connection = appPool();
  const open: TransactionContext = { ...ctx, tx: appClient(), connection, pendingActivity: [], lastly: [] };
  // Awaited inside: a statement is asked for when somebody waits for it.
  const { companyId, requestId } = ctx;
  const result = await scopedTo({ kind: "reading", companyId, requestId }, async () => await work(open));
  if (open.pendingActivity.length > 0)
    await transact({ ...ctx, isReading: false }, async (tx) => {
      tx.pendingActivity.push(...open.pendingActivity);
    });
  return result;
}
