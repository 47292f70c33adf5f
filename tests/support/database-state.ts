import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { withClient } from "../../scripts/database.mjs";

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

let isCounting = false;

/**
 * Every statement on a table counts from now on, whether or not it changes something or is taken back: where none came,
 * nobody need look again. For a database of one file only.
 */
export async function countStatements(): Promise<void> {
  await withClient(process.env.DATABASE_URL ?? "", async (client) => {
    await client.query(`
      CREATE SEQUENCE statements_seen;
      GRANT SELECT ON SEQUENCE statements_seen TO app_platform;
      CREATE FUNCTION see_statement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
        AS 'BEGIN PERFORM nextval(''statements_seen''); RETURN NULL; END'`);
    const { rows } = await client.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE c.relkind IN ('r', 'p')`);
    for (const { name } of rows.filter((row) => !MAY_CHANGE.includes(row.name)))
      await client.query(`CREATE TRIGGER see_statement AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${name}"
        FOR EACH STATEMENT EXECUTE FUNCTION see_statement()`);
  });
  isCounting = true;
}

let last: { seen: string; state: DatabaseState } | undefined;

async function statementsSeen(): Promise<string | null> {
  if (!isCounting) return null;
  const rows = await platformClient().$queryRaw<{ seen: string }[]>`
    SELECT concat_ws(' ', last_value, is_called) AS seen FROM statements_seen`;
  return rows[0]?.seen ?? null;
}

/** Every row of every table as a digest by table; looked at again only after a statement that may have changed one. */
export async function databaseState(): Promise<DatabaseState> {
  const seen = await statementsSeen();
  if (last && last.seen === seen) return last.state;
  const state = await digests();
  last = seen === null ? undefined : { seen, state };
  return state;
}

/** The same of one company's rows. */
export const companyState = (companyId: string): Promise<DatabaseState> => digests(companyId);

/** In one question. */
async function digests(companyId?: string): Promise<DatabaseState> {
  const looked = (await tables()).filter(({ isOfCompany }) => companyId === undefined || isOfCompany);
  const parts = looked.map(({ name }) => {
    const table = Prisma.raw(`"${name}"`);
    const condition = companyId === undefined ? Prisma.empty : Prisma.sql`WHERE company_id = ${companyId}::uuid`;
    return Prisma.sql`SELECT ${name} AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest FROM ${table} t ${condition}`;
  });
  const rows = await platformClient().$queryRaw<{ name: string; digest: string }[]>(Prisma.join(parts, " UNION ALL "));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

const listWithId = async () =>
  new Set(
    (
      await platformClient().$queryRaw<{ name: string }[]>`
        SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`
    ).map(({ name }) => name),
  );
let withId: ReturnType<typeof listWithId> | undefined;

/** The ids of every row of a company. */
export async function idsOf(companyId: string): Promise<string[]> {
  withId ??= listWithId();
  const hasId = await withId;
  const parts = (await tables())
    .filter(({ name, isOfCompany }) => isOfCompany && hasId.has(name))
    .map(
      ({ name }) => Prisma.sql`SELECT id::text FROM ${Prisma.raw(`"${name}"`)} WHERE company_id = ${companyId}::uuid`,
    );
  const rows = await platformClient().$queryRaw<{ id: string }[]>(Prisma.join(parts, " UNION ALL "));
  return [companyId, ...rows.map(({ id }) => id)];
}
