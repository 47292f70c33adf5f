import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** What a refused call leaves behind rightly: its count, its attempt, and that its session was seen. */
const MAY_CHANGE = [
  "_prisma_migrations",
  "idempotency_keys",
  "login_attempts",
  "portal_sessions",
  "rate_limit_buckets",
  "request_windows",
];

const list = async () =>
  (
    await platformClient().$queryRaw<{ name: string; isOfCompany: boolean }[]>`
      SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'company_id'
        AND NOT a.attisdropped) AS "isOfCompany"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`
  ).filter(({ name }) => !MAY_CHANGE.includes(name));

let known: ReturnType<typeof list> | undefined;

function tables() {
  known ??= list();
  return known;
}

export type DatabaseState = Record<string, string>;

/** Every row of every table, or of one company's, as a digest by table; in one question. */
export async function databaseState(companyId?: string): Promise<DatabaseState> {
  const looked = (await tables()).filter(({ isOfCompany }) => companyId === undefined || isOfCompany);
  const parts = looked.map(({ name }) => {
    const table = Prisma.raw(`"${name}"`);
    const condition = companyId === undefined ? Prisma.empty : Prisma.sql`WHERE company_id = ${companyId}::uuid`;
    return Prisma.sql`SELECT ${name} AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest FROM ${table} t ${condition}`;
  });
  const rows = await platformClient().$queryRaw<{ name: string; digest: string }[]>(Prisma.join(parts, " UNION ALL "));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** The ids of every row of a company. */
export async function idsOf(companyId: string): Promise<string[]> {
  const named = (await tables()).filter(({ isOfCompany }) => isOfCompany);
  const withId = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`;
  const parts = named
    .filter(({ name }) => withId.some((other) => other.name === name))
    .map(
      ({ name }) => Prisma.sql`SELECT id::text FROM ${Prisma.raw(`"${name}"`)} WHERE company_id = ${companyId}::uuid`,
    );
  const rows = await platformClient().$queryRaw<{ id: string }[]>(Prisma.join(parts, " UNION ALL "));
  return [companyId, ...rows.map(({ id }) => id)];
}
