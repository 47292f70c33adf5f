import { allowanceOf, type Limited } from "./allowance";
import { isOfBusiness, type TransactionContext } from "./context";
import { ask } from "./db";
import { AppError } from "./errors";
import { Prisma } from "./generated/client";

/** Below this distance two transactions at once could pass the limit together: they queue, and count each other. */
const NEAR = 50;

/**
 * Throws LIMIT_REACHED when the tenant has as many as its contract allows; call it before making one more. It binds the
 * business, its people and its keys: a caller on the telephone is never sent away for it, and counts all the same.
 */
export async function requireWithinLimit(ctx: TransactionContext, what: Limited): Promise<void> {
  if (!isOfBusiness(ctx)) return;
  const [tenant] = await ask<{ status: string; limits: unknown }>(
    ctx,
    Prisma.sql`SELECT t.status::text, t.limits FROM companies c JOIN tenants t ON t.id = c.tenant_id WHERE c.id = ${ctx.companyId}::uuid`,
  );
  const limit = tenant ? allowanceOf(tenant, what) : null;
  if (limit === null || (await countUsed(ctx, what, false)) < limit - NEAR) return;
  const used = await countUsed(ctx, what, true);
  if (used >= limit)
    throw new AppError({ code: "LIMIT_REACHED", reason: "tenant_limit", details: { what, limit, used } });
}

async function countUsed({ tx }: TransactionContext, what: Limited, isLocked: boolean): Promise<number> {
  const [row] = await tx.$queryRaw<{ used: bigint }[]>`SELECT tenant_usage(${what}, ${isLocked}) AS used`;
  return Number(row?.used ?? 0);
}
