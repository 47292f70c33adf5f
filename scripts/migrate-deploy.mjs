// `prisma migrate deploy` in plain node-postgres: no CLI, no engine. Same table, checksums, lock and semantics.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

export async function migrateDeploy(connectionString, dir = "prisma/migrations", log = console.log) {
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    await db.query("SELECT pg_advisory_lock(72707369)"); // the lock id Prisma Migrate uses
    await db.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
      migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    const { rows } = await db.query("SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL");
    const failed = rows.find((r) => !r.finished_at);
    if (failed)
      throw new Error(`P3009: failed migration ${failed.migration_name}; fix it, then prisma migrate resolve`);
    const done = new Map(rows.map((r) => [r.migration_name, r.checksum]));
    const names = readdirSync(dir)
      .filter((n) => existsSync(join(dir, n, "migration.sql")))
      .sort();
    const applied = [];
    for (const name of names) {
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      if (done.has(name)) {
        if (done.get(name) !== checksum) log(`warning: ${name} was edited after it was applied`);
        continue;
      }
      const id = randomUUID();
      await db.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1,$2,$3)", [
        id,
        checksum,
        name,
      ]);
      try {
        await db.query(sql);
      } catch (e) {
        // one simple query = one implicit transaction
        await db.query("ROLLBACK").catch(() => {});
        await db.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, `${e.code ?? ""} ${e.message}`]);
        throw e;
      }
      await db.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id]);
      applied.push(name);
      log(`applied ${name}`);
    }
    return applied;
  } finally {
    await db.end();
  }
}
