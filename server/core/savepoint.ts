import type { TransactionContext } from "./context";
import { ask } from "./db";
import { AppError } from "./errors";
import { Prisma } from "./generated/client";

export type Attempt<T> = { result: T } | { refusal: AppError };

/**
 * Tries a command inside an open transaction. When it is refused, everything that it did is undone and the transaction
 * goes on, so that the refusal can be answered and recorded; any other error ends the transaction as always.
 */
export async function attempt<T>(tx: TransactionContext, work: () => Promise<T>): Promise<Attempt<T>> {
  const audited = tx.pendingActivity.length;
  await ask(tx, Prisma.sql`SAVEPOINT attempt`);
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ask(tx, Prisma.sql`ROLLBACK TO SAVEPOINT attempt`);
    tx.pendingActivity.length = audited;
    return { refusal: error };
  }
}
