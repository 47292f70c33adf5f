import { withClient } from "@/scripts/database.mjs";
import { newId } from "@/server/core/ids";
import { companyKeys, companyTables, type Key } from "./catalogue";
import { createRows, type Rows } from "./walk-rows";

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** What a table's own rules say beyond types and keys: one entry for each row that it takes to use all of its keys. */
const RULED: Record<string, Record<string, unknown>[]> = {
  appointment_modification_stats: [{ appointment_id: null, month: "2040-01-01" }, {}],
  calcom_sync_runs: [{ window_from: "2040-01-01", position: "2040-01-02", window_until: "2040-01-03" }],
  class_places: [{ hold_id: null }, { appointment_id: null }],
  resource_occupancies: [
    { class_session_id: null, hold_id: null },
    { appointment_id: null, hold_id: null },
    { appointment_id: null, class_session_id: null },
  ],
  schedule_exceptions: [{ owner_type: "resource", kind: "blocked", staff_id: null }],
  service_resources: [{ resource_id: null }, { resource_group_id: null }],
  service_segments: [{ staff_mode: "specific" }],
  staff_occupancies: [{ appointment_id: null, class_session_id: null }],
};

/** A company in which every table has a row, and every key of every table names one. */
export async function createEverything(): Promise<Rows> {
  const { rows } = await createRows();
  const keys = await companyKeys();
  const tables = parentsFirst(await companyTables(), keys);
  await withClient(process.env.PLATFORM_DATABASE_URL ?? "", async (client) => {
    for (const table of tables) await fill(client, { table, keys: keys.filter((key) => key.table === table), rows });
    for (const key of keys) await putToUse(client, key, rows.companyId);
  });
  return rows;
}

/** What others refer to comes before them; what refers to itself does not wait for itself. */
function parentsFirst(tables: string[], keys: Key[]): string[] {
  const ordered: string[] = [];
  const visit = (table: string, path: string[]) => {
    if (ordered.includes(table) || path.includes(table)) return;
    for (const key of keys) if (key.table === table) visit(key.target, [...path, table]);
    ordered.push(table);
  };
  for (const table of tables) visit(table, []);
  return ordered;
}

async function fill(client: Client, { table, keys, rows }: { table: string; keys: Key[]; rows: Rows }) {
  const { rowCount } = await client.query(`SELECT FROM "${table}" WHERE company_id = $1`, [rows.companyId]);
  if (rowCount && !RULED[table]) return;
  const known: Record<string, unknown> = { company_id: rows.companyId, user_id: rows.userId };
  for (const key of keys) known[key.column] = await anyOf(client, key, rows.companyId);
  for (const ruled of RULED[table] ?? [{}]) {
    const { rows: columns } = await client.query<Column>(COLUMNS, [table]);
    const row = columns.flatMap((column) => {
      const { name } = column;
      if (name in ruled) return [[name, ruled[name]]];
      if (known[name]) return [[name, known[name]]];
      return column.isNeeded ? [[name, madeUp(column)]] : [];
    });
    const list = row.map(([name]) => `"${name}"`).join(", ");
    const values = JSON.stringify(Object.fromEntries(row));
    await client.query(
      `INSERT INTO "${table}" (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::"${table}", $1)`,
      [values],
    );
  }
}

async function anyOf(client: Client, { target, targetColumn }: Key, companyId: string): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT "${targetColumn}" AS value FROM "${target}" WHERE company_id = $1 LIMIT 1`,
    [companyId],
  );
  return rows[0]?.value;
}

/** A key that no row uses yet is put into one that lacks nothing else. */
async function putToUse(client: Client, key: Key, companyId: string) {
  const { table, column } = key;
  const used = `SELECT FROM "${table}" WHERE company_id = $1 AND "${column}" IS NOT NULL`;
  if ((await client.query(used, [companyId])).rowCount) return;
  // Where it lies says nothing: a vacuum makes room anywhere.
  const last = `SELECT ctid FROM "${table}" WHERE company_id = $1 ORDER BY xmin::text::bigint DESC, ctid DESC LIMIT 1`;
  const value = await anyOf(client, key, companyId);
  await client.query(`UPDATE "${table}" SET "${column}" = $2 WHERE ctid = (${last})`, [companyId, value]);
}

interface Column {
  name: string;
  type: string;
  firstLabel: string | null;
  isNeeded: boolean;
}
const COLUMNS = `
  SELECT a.attname AS name, t.typname AS type,
    a.attnotnull AND NOT a.atthasdef AS "isNeeded",
    (SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder LIMIT 1) AS "firstLabel"
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = format('%I', $1::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`;

let made = 0;

/** Something that the column takes; of two times in a row the later one is later, and no two rows meet. */
function madeUp({ name, type, firstLabel }: Column): unknown {
  made += 1;
  if (firstLabel) return firstLabel;
  if (name === "e164") return `+493023${100_000 + made}`;
  if (type === "uuid") return newId();
  if (type === "bool") return true;
  if (type === "jsonb") return {};
  if (type === "date") return "2040-01-01";
  if (type === "timestamptz") return new Date(Date.UTC(2040, 0, 1, made)).toISOString();
  if (type.startsWith("_")) return [];
  return /^(int|float|numeric)/.test(type) ? 1 : `${name}-${newId()}`;
}
