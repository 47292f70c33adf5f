import { writeActivity } from "./activity";
import { beginningFor, begun } from "./company-client";
import { type CompanyContext, isOpen, type TransactionContext } from "./context";
import { isRetryable } from "./database-error";
import { appClient } from "./db";
import type { Prisma } from "./generated/client";

const ATTEMPTS = 3;

/**
 * Runs the work in one transaction of the context's company, or joins the one that is open.
 * Everything in it happens or nothing does; a deadlock's victim runs again, up to three times, so the work must have no
 * effect outside the database. The audit chain is written last (docs/decisions/0001-foundation.md).
 */
export async function transact<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (isOpen(ctx)) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      const inTransaction = (tx: Prisma.TransactionClient) =>
        begun(() => perform({ ...ctx, tx, pendingActivity: [] }, work));
      return await beginningFor(ctx, () => appClient().$transaction(inTransaction));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function perform<T>(open: TransactionContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const result = await work(open);
  await writeActivity(open);
  return result;
}
