import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { StampedMemory } from "@/server/core/stamped-memory";
import { MINUTE } from "@/server/core/time";
import type { PolicyRow } from "../schema";

interface Remembered {
  rows: PolicyRow[];
  readAt: number;
}

const LIVES_MS = 5 * MINUTE;
const companies = new StampedMemory<Remembered>();

/**
 * Every rule that the company has set, in one short statement: what this process remembers holds for five minutes and as
 * long as the stamp of the master data is the same, so another process's change is seen with the next question.
 */
export async function loadCompanyPolicies(ctx: CompanyContext): Promise<PolicyRow[]> {
  const key = ctx.companyId;
  const remembered = companies.find(key);
  const known = remembered && Date.now() - remembered.value.readAt < LIVES_MS ? remembered : undefined;
  const [row] = await ask<{ stamp: string | null; rows: PolicyRow[] | null }>(
    ctx,
    Prisma.sql`
    SELECT now.stamp, CASE WHEN now.stamp IS NULL OR now.stamp IS DISTINCT FROM ${known?.stamp ?? null}::uuid THEN (
      SELECT coalesce(json_agg(json_build_object('id', p.id, 'configurableType', p.configurable_type, 'configurableId', p.configurable_id,
        'policyType', p.policy_type, 'config', p.config, 'version', p.version)), '[]')
      FROM policy_configurations p WHERE p.company_id = ${ctx.companyId}::uuid AND p.is_active) END AS rows
    FROM (SELECT (SELECT stamp FROM master_data_stamps WHERE company_id = ${ctx.companyId}::uuid) AS stamp) now`,
  );
  const { stamp = null, rows = null } = row ?? {};
  if (rows === null) return known?.value.rows ?? [];
  companies.remember(key, { stamp, value: { rows, readAt: Date.now() } });
  return rows;
}
