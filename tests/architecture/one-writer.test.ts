import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root, type SourceFile, sourcesBelow } from "./source";

/** Written from several places, each for its reason. */
const SHARED: Record<string, string> = {
  outbox_events: "whatever publishes does so in its own statement, and the publisher works them off",
  rate_limit_buckets: "the limits' own, and a caller's tries in the statement that checks them",
  webhook_logs: "a delivery is logged before its context is known, and worked off by webhooks",
};

const schema = readdirSync(`${root}/prisma/schema`)
  .map((name) => readFileSync(`${root}/prisma/schema/${name}`, "utf8"))
  .join("\n");
/** Each table by the name of its model. */
const TABLES = new Map(
  [...schema.matchAll(/^model (\w+) \{.*?@@map\("(\w+)"\)/gms)].map(([, model = "", table = ""]) => [model, table]),
);
const CHANGED = /\.(\w+)\s*\.(?:create|update|delete|upsert)(?:Many)?(?:AndReturn)?\(/g;
const CHANGED_IN_SQL = /\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+(?:ONLY\s+)?"?([a-z_]+)"?/g;

/** From which contexts each table is written. */
function writers(files: readonly SourceFile[]): Map<string, Set<string>> {
  const known = new Set(TABLES.values());
  const found = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const models = [...text.matchAll(CHANGED)].map(([, name = ""]) =>
      TABLES.get(`${name[0]?.toUpperCase()}${name.slice(1)}`),
    );
    const named = [...text.matchAll(CHANGED_IN_SQL)].map(([, table = ""]) => table);
    for (const table of [...models, ...named]) {
      if (!table || !known.has(table)) continue;
      found.set(table, (found.get(table) ?? new Set()).add(path.split("/")[1] ?? ""));
    }
  }
  return found;
}

const byMany = (files: readonly SourceFile[]) =>
  [...writers(files)].filter(([, contexts]) => contexts.size > 1).map(([table]) => table);

describe("a table", () => {
  const sources = sourcesBelow("server").filter(({ path }) => !path.startsWith("server/sandbox/"));

  it("is written from one context", () => {
    expect(byMany(sources).sort()).toEqual(Object.keys(SHARED));
    expect(writers(sources).size).toBeGreaterThan(50);
  });

  it.each([
    "await db(ctx).customer.update({ where });",
    "tx.tx\n    .customer\n    .createMany({ data })",
    "await db(ctx).$executeRaw`UPDATE customers SET name = 1`",
    "Prisma.sql`DELETE FROM customers`",
    'INSERT INTO "customers" (id)',
  ])("and a second writer would be found: %s", (text) => {
    expect(byMany([...sources, { path: "server/analytics/repository/planted.ts", text }])).toContain("customers");
  });
});
