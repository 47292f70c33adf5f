// `prisma migrate deploy` in plain node-postgres: no CLI, no engine; the same table, checksums, lock and semantics.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** The advisory lock that Prisma Migrate takes, so that the two never run at once. */
const PRISMA_LOCK = 72_707_369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Applies the migrations that this database lacks, each in one transaction, and answers their names. */
export async function migrateDeploy(connectionString, dir = "prisma/migrations", log = console.log) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(TABLE);
    const applied = await readApplied(client);
    const added = [];
    for (const migration of readMigrations(dir)) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        added.push(migration.name);
        log(`applied ${migration.name}`);
      } else if (checksum !== migration.checksum) log(`warning: ${migration.name} was edited after it was applied`);
    }
    return added;
  } finally {
    await client.end();
  }
}

function readMigrations(dir) {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function readApplied(client) {
  const { rows } = await client.query("SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL");
  const failed = rows.find((row) => !row.finished_at);
  if (failed)
    throw new Error(
      `P3009: migration ${failed.migration_name} failed before. Mend its cause, then: ` +
        `node scripts/prisma.mjs migrate resolve --rolled-back ${failed.migration_name}`,
    );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** One simple query is one implicit transaction: a migration stands whole or not at all. */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const logs = `${error.code ?? ""} ${error.message}`;
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, logs]);
    throw error;
  }
  await client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id]);
}
