import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { Health } from "./rules/health";
import { circuit, type IntegrationProvider } from "./schema";

const select = {
  provider: true,
  status: true,
  config: true,
  lastCheckedAt: true,
  lastSuccessAt: true,
  lastError: true,
  errorCount: true,
} satisfies Prisma.IntegrationSelect;

type Row = Prisma.IntegrationGetPayload<{ select: typeof select }>;
export type IntegrationRow = Omit<Row, "config"> & Health & { config: Record<string, unknown> };

export async function findIntegrations(ctx: CompanyContext): Promise<IntegrationRow[]> {
  const where = { companyId: ctx.companyId };
  return (await db(ctx).integration.findMany({ where, select, orderBy: { provider: "asc" } })).map(toRow);
}

export async function findIntegration(
  ctx: CompanyContext,
  provider: IntegrationProvider,
): Promise<IntegrationRow | null> {
  const row = await db(ctx).integration.findFirst({ where: { companyId: ctx.companyId, provider }, select });
  return row && toRow(row);
}

/** The row for this transaction alone, made if need be: results of parallel calls are counted one after the other. */
export async function lockIntegration(ctx: CompanyContext, provider: IntegrationProvider): Promise<IntegrationRow> {
  await db(ctx).$executeRaw`
    INSERT INTO integrations (id, company_id, provider, status)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${provider}::integration_provider, 'connected')
    ON CONFLICT (company_id, provider) DO NOTHING`;
  await db(ctx).$queryRaw`
    SELECT id FROM integrations
    WHERE company_id = ${ctx.companyId}::uuid AND provider = ${provider}::integration_provider FOR UPDATE`;
  const where = { companyId: ctx.companyId, provider };
  return toRow(await db(ctx).integration.findFirstOrThrow({ where, select }));
}

export async function writeHealth(ctx: CompanyContext, row: IntegrationRow, health: Health): Promise<void> {
  const { circuit, status, lastCheckedAt, lastSuccessAt, lastError, errorCount } = health;
  const config = { ...row.config, circuit } as Prisma.InputJsonObject;
  await db(ctx).integration.updateMany({
    where: { companyId: ctx.companyId, provider: row.provider },
    data: { status, lastCheckedAt, lastSuccessAt, lastError, errorCount, config },
  });
}

function toRow(row: Row): IntegrationRow {
  const config = (row.config ?? {}) as Record<string, unknown>;
  return { ...row, config, circuit: circuit.parse(config.circuit ?? {}) };
}

/** When a credential was set; the credential itself stands in the company's row. */
export async function noteCredential(
  ctx: CompanyContext,
  { row, field, setAt }: { row: IntegrationRow; field: string; setAt: Date | null },
): Promise<void> {
  const kept = (row.config.credentials ?? {}) as Record<string, unknown>;
  const credentials = { ...kept, [field]: setAt && { setAt: setAt.toISOString() } };
  await db(ctx).integration.updateMany({
    where: { companyId: ctx.companyId, provider: row.provider },
    data: { config: { ...row.config, credentials } as Prisma.InputJsonObject },
  });
}
