import { writeActivity } from "./activity";
import { type CompanyContext, isOpen, type TransactionContext } from "./context";
import { isRetryable } from "./database-error";
import { appClient } from "./db";

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
      return await appClient().$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.company_id', ${ctx.companyId}, true)`;
        const open: TransactionContext = { ...ctx, tx, pendingActivity: [] };
        const result = await work(open);
        await writeActivity(open);
        return result;
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
