// The database adapter that Prisma's WASM schema engine works through: the stock one with three defects mended.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const CATALOG_CHAR = 18;
const TEXT = 25;

export const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

/** Single fields, not a connectionString: that one would win over `database`, and the shadow would be the real one. */
export function connectionTo(url, database = databaseOf(url)) {
  const parts = new URL(url);
  const ssl = parts.searchParams.get("sslmode");
  return {
    host: parts.hostname,
    port: Number(parts.port || 5432),
    user: decodeURIComponent(parts.username),
    password: decodeURIComponent(parts.password),
    database,
    ssl: ssl && ssl !== "disable" ? { rejectUnauthorized: ssl.startsWith("verify") } : undefined,
  };
}

/** Runs one statement on the server's maintenance database. */
export async function runMaintenance(url, sql) {
  const client = new pg.Client(connectionTo(url, process.env.PG_MAINTENANCE_DB ?? "postgres"));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The stock adapter has no mapping for the catalog type "char": read it as text, report it as a character. */
function readCatalogChars(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    query.chars = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === CATALOG_CHAR ? [i] : []));
    for (const i of query.chars) result.fields[i].dataTypeID = TEXT;
    return result;
  };
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of query.chars ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

async function openAdapter(url, database, onDispose) {
  const pool = new pg.Pool({ ...connectionTo(url, database), max: 1 });
  pool.on("error", () => {});
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  const adapter = readCatalogChars(await new PrismaPg(pool, { schema }).connect());
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolation) => readCatalogChars(await startTransaction(isolation));
  // The stock adapter splits scripts at every semicolon and so breaks functions and DO blocks: send the script whole.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error));
  };
  adapter.dispose = async () => {
    await pool.end().catch(() => {});
    await onDispose?.();
  };
  return adapter;
}

/** What the engine asks for connections: the database itself, and shadow databases that are dropped afterwards. */
export function createAdapterFactory({ url, shadowDatabaseUrl }) {
  const shadows = new Set();
  const drop = async (name) => {
    if (shadows.delete(name)) await runMaintenance(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => openAdapter(url),
    async connectToShadowDb() {
      if (shadowDatabaseUrl) return openAdapter(shadowDatabaseUrl);
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await runMaintenance(url, `CREATE DATABASE "${name}"`);
      shadows.add(name);
      return openAdapter(url, name, () => drop(name));
    },
    dropShadows: () => Promise.allSettled([...shadows].map(drop)),
  };
}
