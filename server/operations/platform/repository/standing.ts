import type { PlatformTransaction } from "@/server/core/platform";

export interface DatabaseFacts {
  version: number;
  name: string;
  now: Date;
  /** Roles that could pass row-level security. */
  mightyRoles: string[];
  companies: number;
  users: number;
  /** Open companies that no telephone number leads to, by their short names; the first few. */
  unreachable: string[];
}

export async function readDatabaseFacts({ tx }: PlatformTransaction): Promise<DatabaseFacts> {
  const [row] = await tx.$queryRaw<DatabaseFacts[]>`
    SELECT current_setting('server_version_num')::int / 10000 AS version, current_database()::text AS name, clock_timestamp() AS now,
      ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname IN ('askpro_owner', 'app_rw', 'app_platform') AND (rolsuper OR rolbypassrls)) AS "mightyRoles",
      ARRAY(SELECT slug FROM companies c WHERE status <> 'closed'
        AND NOT EXISTS (SELECT FROM phone_numbers n WHERE n.company_id = c.id AND n.is_active) ORDER BY slug LIMIT 10) AS unreachable,
      (SELECT count(*) FROM companies WHERE status <> 'closed')::int AS companies,
      (SELECT count(*) FROM users WHERE deleted_at IS NULL)::int AS users`;
  if (!row) throw new Error("an aggregate always has one row");
  return row;
}

export interface CompanyName {
  id: string;
  slug: string;
  name: string;
}

export async function findCompanyNames({ tx }: PlatformTransaction, idOrSlug: string | null): Promise<CompanyName[]> {
  return tx.$queryRaw<CompanyName[]>`
    SELECT id, slug, name FROM companies
    WHERE ${idOrSlug}::text IS NULL OR id::text = ${idOrSlug} OR slug = ${idOrSlug} ORDER BY slug, id`;
}
