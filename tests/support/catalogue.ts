import { platformClient } from "@/server/core/db";

/** A key that carries the company: these columns of a table name a row of another one. */
export interface Key {
  name: string;
  table: string;
  column: string;
  target: string;
  targetColumn: string;
}

/** Tables whose rows belong to one company, as the database knows them. */
export async function companyTables(): Promise<string[]> {
  const rows = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** Every key between two tables that is made of the company and one more column. */
export const companyKeys = () => platformClient().$queryRaw<Key[]>`
  SELECT k.conname AS name, f.relname AS "table", fa.attname AS "column", t.relname AS target, ta.attname AS "targetColumn"
  FROM pg_constraint k
  JOIN pg_class f ON f.oid = k.conrelid
  JOIN pg_class t ON t.oid = k.confrelid
  JOIN LATERAL unnest(k.conkey, k.confkey) AS part(source, target) ON true
  JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = part.source
  JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = part.target
  WHERE k.contype = 'f' AND cardinality(k.conkey) = 2 AND fa.attname <> 'company_id'
    AND EXISTS (SELECT FROM pg_attribute c WHERE c.attrelid = f.oid AND c.attnum = ANY(k.conkey) AND c.attname = 'company_id')
  ORDER BY 2, 3`;

/** Columns of the tables of companies that name something by its id, one or several, and by no key that carries the company. */
export const keylessIds = () => platformClient().$queryRaw<{ table: string; column: string; isList: boolean }[]>`
  SELECT c.relname AS "table", a.attname AS "column", a.atttypid = 'uuid[]'::regtype AS "isList"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND a.attname NOT IN ('id', 'company_id')
    AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'company_id' AND NOT o.attisdropped)
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY(k.conkey)
      AND cardinality(k.conkey) > 1)
  ORDER BY 1, 2`;
