import type { CompanyContext, TransactionContext } from "./context";
import { isOpen } from "./context";
import { ask } from "./db";
import { Prisma } from "./generated/client";
import { transact } from "./transact";

class Undone extends Error {}

/**
 * Runs the work in a transaction of its own, gives what it returned, and undoes all that it wrote: nothing of it is ever seen
 * by anybody else, no event of it is told, no entry of it is kept.
 */
export async function rehearse<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (isOpen(ctx)) throw new Error("a rehearsal would undo the transaction around it");
  const done: T[] = [];
  try {
    await transact({ ...ctx, isReading: false, isRehearsal: true }, async (tx) => {
      done.splice(0, done.length, await work(tx));
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return done[0] as T;
}

/**
 * A part of the open transaction that stands or falls by itself, and whose last statements come at its own end; where none is
 * open, a transaction of its own.
 */
export async function apart<T>(ctx: CompanyContext, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (!isOpen(ctx)) return transact(ctx, work);
  const part: TransactionContext = { ...ctx, lastly: [] };
  await ask(ctx, Prisma.sql`SAVEPOINT part`);
  try {
    const result = await work(part);
    for (const ask of part.lastly) await ask();
    await ask(ctx, Prisma.sql`RELEASE SAVEPOINT part`);
    return result;
  } catch (error) {
    await ask(ctx, Prisma.sql`ROLLBACK TO SAVEPOINT part`);
    throw error;
  }
}
