import pg from "pg";
import { CompanyClient } from "@/server/core/company-client";
import { noteNews, runNow } from "./clock";

/** PostgreSQL has no clock that could be set: its own functions are hidden behind some that read what a connection was told. */
const OWN_CLOCK = `
  CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
    SELECT coalesce(nullif(current_setting('app.simulated_now', true), '')::timestamptz, pg_catalog.clock_timestamp()) $$;
  CREATE FUNCTION now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT public.clock_timestamp() $$;`;

/** Column defaults remember the function that they were written with. */
const DEFAULTS = `
  SELECT format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT public.now()', c.relname, a.attname) AS statement
  FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND pg_get_expr(d.adbin, d.adrelid) IN ('CURRENT_TIMESTAMP', 'now()', 'clock_timestamp()')`;

/** Has to come before the first connection of the product. */
export async function giveDatabaseOwnTime(superuserUrl: string): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  await client.query(OWN_CLOCK);
  const { rows } = await client.query<{ statement: string }>(DEFAULTS);
  for (const { statement } of rows) await client.query(statement);
  const { rows: named } = await client.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  // A table that is empty in one moment and full in the next: plans by its size are made again and again.
  const settings = ["search_path = public, pg_catalog", "plan_cache_mode = force_generic_plan", "jit = off"];
  for (const setting of settings) await client.query(`ALTER DATABASE ${named[0]?.name} SET ${setting}`);
  await client.end();
}

/** What may publish something: a run looks for it only then. */
const PUBLISHES = /outbox_events|webhook_receive/;

type Send = (this: pg.Client, asked: unknown, ...rest: unknown[]) => unknown;
interface Told {
  isInTransaction: boolean;
  at: string | null;
}

const prototype = pg.Client.prototype as unknown as { query: Send };
const send = prototype.query;
const connections = new WeakMap<pg.Client, Told>();

/** Each transaction hears the run's time as it begins, and each other statement right before it: in the same packet, unasked. */
export function tellTimeWithStatements(): void {
  prototype.query = function tellAndSend(asked, ...rest) {
    const now = this instanceof CompanyClient ? runNow()?.toISOString() : undefined;
    if (!now) return send.call(this, asked, ...rest);
    const told = connections.get(this) ?? { isInTransaction: false, at: null };
    connections.set(this, told);
    const text = textOf(asked);
    if (PUBLISHES.test(text)) noteNews();
    if (text === "COMMIT" || text === "ROLLBACK") told.isInTransaction = false;
    if (told.isInTransaction) return send.call(this, asked, ...rest);
    if (text.startsWith("BEGIN")) {
      told.isInTransaction = true;
      return send.call(this, `${text}; SET LOCAL app.simulated_now = '${now}'`, ...rest);
    }
    if (told.at !== now) tell(this, `SET app.simulated_now = '${now}'`);
    told.at = now;
    return send.call(this, asked, ...rest);
  };
}

export function tellTimeNoMore(): void {
  prototype.query = send;
}

/** Should it fail, so does what follows. */
function tell(client: pg.Client, setting: string): void {
  Promise.resolve(send.call(client, setting)).catch(() => undefined);
}

const textOf = (asked: unknown): string =>
  typeof asked === "string" ? asked : String((asked as { text?: unknown } | null)?.text ?? "");
