// The demo data: planted once, only in databases whose name allows it, and described in demo.json.
import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./build.mjs";
import { withClient } from "./database.mjs";
import { databaseOf } from "./external-database.mjs";

const SEEDED = "AskProAI demo data";

/** Only a database named askproai_dev, or ending in _dev or _test, may hold demo data. */
export const maySeed = (url) => /_(dev|test)$/.test(databaseOf(url));

/** Plants the demo data where they may be, once, and answers what they are; nothing of a business's own database. */
export async function plantDemoData(environment, step) {
  if (!maySeed(environment.DATABASE_URL)) {
    step("no demo data: the database's name does not end in _dev or _test");
    return {};
  }
  if (await seedOnce(environment)) step("demo data planted");
  return readManifest(environment);
}

/** Plants the demo data unless it was planted completely before; answers whether it did. */
async function seedOnce(environment) {
  const url = environment.DATABASE_URL;
  const isSeeded = await withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()",
    );
    return rows[0].note === SEEDED;
  });
  if (isSeeded) return false;
  await run(["scripts/run.mjs", "prisma/seed/main.ts"], { env: environment });
  await noteSeeded(url);
  return true;
}

/** The note stands in the database, so it goes when the data goes. A role that does not own it seeds again: that is safe. */
async function noteSeeded(url) {
  await withClient(url, (client) =>
    client
      .query(`COMMENT ON DATABASE ${client.escapeIdentifier(databaseOf(url))} IS ${client.escapeLiteral(SEEDED)}`)
      .catch(() => {}),
  );
}

/** Reads what was planted: people who can sign in, numbers to call, ids by name. */
async function readManifest(environment) {
  return JSON.parse(await run(["scripts/run.mjs", "prisma/seed/demo-manifest.ts"], { env: environment }));
}

/** Reads what stands in the calendar over there, as the database knows it by now: bookings, event types, who is told of what. */
export async function readStandingWorld(environment) {
  return JSON.parse(await run(["scripts/run.mjs", "prisma/seed/print-standing-world.ts"], { env: environment }));
}

/** Writes DATA_DIR/demo.json whole, for its owner only: it holds passwords. */
export function writeDemoFile(dataDir, demo) {
  const file = join(dataDir, "demo.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return file;
}
