import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

const stored = z.array(z.string()).catch([]);

export async function findOrigins(ctx: CompanyContext): Promise<string[]> {
  const [row] = await db(ctx).$queryRaw<{ origins: unknown }[]>`
    SELECT settings #> '{cors,origins}' AS origins FROM companies WHERE id = ${ctx.companyId}::uuid`;
  return stored.parse(row?.origins);
}

/** The other settings stay as they are. */
export async function storeOrigins(ctx: CompanyContext, origins: string[]): Promise<void> {
  await db(ctx).$executeRaw`
    UPDATE companies SET updated_at = now(), settings = settings
      || jsonb_build_object('cors', coalesce(settings -> 'cors', '{}') || jsonb_build_object('origins', ${JSON.stringify(origins)}::jsonb))
    WHERE id = ${ctx.companyId}::uuid`;
}
