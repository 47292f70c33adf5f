import { askTogether } from "@/server/core/ask-together";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
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
  const [row] = await ask<Row>(ctx, findStatement(ctx, provider));
  return row ? toRow(row) : null;
}

const findStatement = ({ companyId }: CompanyContext, provider: IntegrationProvider) => Prisma.sql`
  SELECT provider::text, status::text, config, last_checked_at AS "lastCheckedAt", last_success_at AS "lastSuccessAt",
    last_error AS "lastError", error_count AS "errorCount"
  FROM integrations WHERE company_id = ${companyId}::uuid AND provider = ${provider}::integration_provider`;

/** The row for this transaction alone, made if need be: results of parallel calls are counted one after the other. */
export async function lockIntegration(tx: TransactionContext, provider: IntegrationProvider): Promise<IntegrationRow> {
  const make = Prisma.sql`
    INSERT INTO integrations (id, company_id, provider, status)
    VALUES (${newId()}::uuid, ${tx.companyId}::uuid, ${provider}::integration_provider, 'connected')
    ON CONFLICT (company_id, provider) DO NOTHING`;
  const lock = Prisma.sql`${findStatement(tx, provider)} FOR UPDATE`;
  const [known] = await ask<Row>(tx, lock);
  if (known) return toRow(known);
  const [, [row]] = await askTogether<[object[], Row[]]>(tx, () => [ask(tx, make), ask(tx, lock)]);
  if (!row) throw new Error("the row of an integration that was just made is not there");
  return toRow(row);
}

export async function writeHealth(ctx: CompanyContext, row: IntegrationRow, health: Health): Promise<void> {
  const { circuit, status, lastCheckedAt, lastSuccessAt, lastError, errorCount } = health;
  const config = { ...row.config, circuit };
  await ask(
    ctx,
    Prisma.sql`
    UPDATE integrations SET status = ${status}::integration_status, last_checked_at = ${lastCheckedAt},
      last_success_at = ${lastSuccessAt}, last_error = ${lastError}, error_count = ${errorCount},
      config = ${JSON.stringify(config)}::jsonb, updated_at = ${ctx.now}
    WHERE company_id = ${ctx.companyId}::uuid AND provider = ${row.provider}::integration_provider`,
  );
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

/** Beside the circuit and the times of credentials, which stay. */
export async function writeNotes(
  ctx: CompanyContext,
  { row, notes }: { row: IntegrationRow; notes: Record<string, unknown> },
): Promise<void> {
  await db(ctx).integration.updateMany({
    where: { companyId: ctx.companyId, provider: row.provider },
    data: { config: { ...row.config, ...notes } as Prisma.InputJsonObject },
  });
}
