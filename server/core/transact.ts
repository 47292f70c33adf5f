import { writeActivity } from "./activity";
import { type CompanyScope, endingWith, scopedTo, unscoped } from "./company-scope";
import { type CompanyContext, isOpen, type TransactionContext } from "./context";
import { isRetryable } from "./database-error";
import { appClient, appPool } from "./db";
import { beginTransaction } from "./open-transaction";

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
      return await within(ctx, { to, work });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function within<T>(
  ctx: CompanyContext,
  { to, work }: { to: CompanyScope & { kind: "transaction" }; work: (ctx: TransactionContext) => Promise<T> },
): Promise<T> {
  const { tx, connection, commit, rollback } = await beginTransaction(to);
  const open: TransactionContext = {
    ...ctx,
    ...{ tx, pendingActivity: [], lastly: [], afterwards: [] },
    ...(connection && { connection }),
  };
  try {
    const result = await unscoped(() => perform(open, work));
    await commit();
    return result;
  } catch (error) {
    await rollback();
    throw error;
  } finally {
    for (const tell of open.afterwards) tell();
  }
}

/** As `transact`, for what changes nothing: no transaction is held for it, unless one is open already. */
export function reading<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  return transact({ ...ctx, isReading: true }, work);
}

async function perform<T>(open: TransactionContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const result = await work(open);
  await end(open, [...open.lastly, ...(open.pendingActivity.length > 0 ? [() => writeActivity(open)] : [])]);
  return result;
}

/** Nobody waits for the answer to one before the next is sent: should one fail, those after it do nothing, and COMMIT undoes. */
async function end({ connection }: TransactionContext, last: TransactionContext["lastly"]): Promise<void> {
  const together = connection?.together ?? (<T>(send: () => T) => send());
  const send = async (ask: () => PromiseLike<unknown>, at: number) =>
    await (at === last.length - 1 ? endingWith(ask) : ask());
  const answers = await Promise.allSettled(together(() => last.map(send)));
  const failed = answers.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

/**
 * Each statement is a transaction of its own that can't write, which is all that READ COMMITTED promises to several anyway:
 * one round trip instead of three. That somebody looked at something is written down afterwards.
 */
async function read<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const connection = appPool();
  const nothing = { pendingActivity: [], lastly: [], afterwards: [] };
  const open: TransactionContext = { ...ctx, tx: appClient(), connection, ...nothing };
  // Awaited inside: a statement is asked for when somebody waits for it.
  const { companyId, requestId } = ctx;
  const result = await scopedTo({ kind: "reading", companyId, requestId }, async () => await work(open));
  if (open.pendingActivity.length > 0)
    await transact({ ...ctx, isReading: false }, async (tx) => {
      tx.pendingActivity.push(...open.pendingActivity);
    });
  return result;
}
