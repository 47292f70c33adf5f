import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";
import { readableResources } from "../rules/visible-values";

/** Whose log is read, and how much of it whoever asks may read. */
export interface AuditScope {
  tx: Prisma.TransactionClient;
  chain: Prisma.Sql;
  visible?: Prisma.Sql | undefined;
  /** The resources whose values may be read and searched; null: all. */
  resources: readonly string[] | null;
}

export const companyScope = (ctx: CompanyContext): AuditScope => ({
  tx: db(ctx),
  chain: Prisma.sql`company_id = ${ctx.companyId}::uuid`,
  visible: ownBranches(ctx),
  resources: readableResources(ctx.permissions),
});

/** The platform's own chain: what operators did, wherever they did it. */
export const platformScope = ({ tx }: PlatformTransaction): AuditScope => ({
  tx,
  chain: Prisma.sql`company_id IS NULL`,
  resources: null,
});

/** Who works in some branches only sees what says that it happened there, and what they did themselves. */
function ownBranches({ restriction, actor }: CompanyContext): Prisma.Sql | undefined {
  const branchIds = restriction?.branchIds ?? [];
  if (branchIds.length === 0) return undefined;
  const userId = "userId" in actor ? actor.userId : "";
  return Prisma.sql`(old_values ->> 'branchId' = ANY (${branchIds}::text[]) OR new_values ->> 'branchId' = ANY (${branchIds}::text[])
    OR (subject_type = 'branch' AND subject_id = ANY (${branchIds}::uuid[])) OR actor ->> 'userId' = ${userId})`;
}
