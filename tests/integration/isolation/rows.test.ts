import { beforeAll, describe, expect, it } from "vitest";
import { withClient } from "@/scripts/database.mjs";
import { companyKeys, companyTables, type Key, keylessIds } from "../../support/catalogue";
import { createEverything } from "../../support/every-table";

const REFUSED = "42501";
const NO_SUCH_ROW = "23503";

/** Refused even before the row is looked at: by a trigger, which does not find the role that it names. */
const SOONER: Record<string, string> = { invitations: NO_SUCH_ROW };

let ours: string;
let theirs: string;
let tables: string[];
let keys: Key[];
beforeAll(async () => {
  ours = (await createEverything()).companyId;
  theirs = (await createEverything()).companyId;
  [tables, keys] = [await companyTables(), await companyKeys()];
});

interface Answer {
  rows: Record<string, unknown>[];
  count: number | null;
  /** What the database refused it with. */
  code?: string;
  constraint?: string;
}
type Ask = (sql: string, values?: unknown[]) => Promise<Answer>;
type Role = "APP" | "OWNER" | "PLATFORM";

/** Questions of one connection, each by itself and taken back at once; for a company, or for none. */
async function as<T>(role: Role, companyId: string | null, work: (ask: Ask) => Promise<T>): Promise<T> {
  const url = process.env[role === "OWNER" ? "DATABASE_URL" : `${role}_DATABASE_URL`] ?? "";
  return withClient(url, (client) =>
    work(async (sql, values = []) => {
      await client.query("BEGIN");
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      if (companyId) await client.query("SELECT set_config('app.company_id', $1, true)", [companyId]);
      const answer = await client.query(sql, values).then(
        ({ rows, rowCount }) => ({ rows, count: rowCount }),
        ({ code, constraint }) => ({ rows: [], count: null, code, constraint }),
      );
      await client.query("ROLLBACK");
      return answer;
    }),
  );
}

/** What each table answers, by its name. */
async function fromEach<T>(ask: (table: string) => Promise<T>): Promise<Record<string, T>> {
  const answers: [string, T][] = [];
  for (const table of tables) answers.push([table, await ask(table)]);
  return Object.fromEntries(answers);
}
const each = <T>(value: T) => Object.fromEntries(tables.map((table) => [table, value]));
const refused = ({ count, code }: Answer) => (code === REFUSED ? 0 : (code ?? count));

const countBy = (table: string) => `
  SELECT company_id AS "of", count(*)::int AS n FROM "${table}" WHERE company_id IS NOT NULL GROUP BY 1`;

describe("a row of every table", () => {
  it("is there for both companies", async () => {
    const empty = await as("PLATFORM", null, async (ask) => {
      const found = await fromEach(async (table) => (await ask(countBy(table))).rows.map(({ of }) => of));
      return tables.filter((table) => !found[table]?.includes(ours) || !found[table]?.includes(theirs));
    });
    expect(empty).toEqual([]);
  });

  it("is shown to its company, whole and alone, and to nobody who names none", async () => {
    const all = await as("PLATFORM", null, (ask) => fromEach(async (table) => (await ask(countBy(table))).rows));
    const own = Object.fromEntries(tables.map((table) => [table, all[table]?.filter(({ of }) => of === ours)]));
    const seen = await as("APP", ours, (ask) => fromEach(async (table) => (await ask(countBy(table))).rows));
    expect(seen).toEqual(own);
    expect(await as("APP", null, (ask) => fromEach(async (table) => (await ask(countBy(table))).rows))).toEqual(
      each([]),
    );
  });

  it("is changed by no other company", async () => {
    const change = (table: string) => `UPDATE "${table}" SET company_id = company_id WHERE company_id = $1`;
    const answers = await as("APP", ours, (ask) =>
      fromEach(async (table) => refused(await ask(change(table), [theirs]))),
    );
    expect(answers).toEqual(each(0));
  });

  it("is removed by no other company", async () => {
    const answers = await as("APP", ours, (ask) =>
      fromEach(async (table) => refused(await ask(`DELETE FROM "${table}" WHERE company_id = $1`, [theirs]))),
    );
    expect(answers).toEqual(each(0));
  });

  it("is put in by no other company", async () => {
    const answers = await as("PLATFORM", null, (look) =>
      as("APP", ours, (ask) =>
        fromEach(async (table) => {
          const { rows } = await look(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE company_id = $1 LIMIT 1`, [
            theirs,
          ]);
          const columns = (await look(WRITABLE, [table])).rows.map(({ name }) => `"${name}"`).join(", ");
          const copy = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1)`;
          return (await ask(copy, [JSON.stringify(rows[0]?.row)])).code;
        }),
      ),
    );
    expect(answers).toEqual({ ...each(REFUSED), ...SOONER });
  });

  it("is given away to no other company", async () => {
    const give = (table: string) =>
      `UPDATE "${table}" SET company_id = $2 WHERE ctid = (SELECT ctid FROM "${table}" WHERE company_id = $1 LIMIT 1)`;
    const answers = await as("APP", ours, (ask) =>
      fromEach(async (table) => (await ask(give(table), [ours, theirs])).code),
    );
    expect(answers).toEqual({ ...each(REFUSED), ...SOONER });
  });
});

const WRITABLE = `
  SELECT column_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`;

describe("a key of every table", () => {
  it("names no row of another company, also for who has every right", async () => {
    const answers = await as("PLATFORM", null, (look) =>
      as("OWNER", ours, async (ask) => {
        const told: Record<string, unknown> = {};
        for (const key of keys) told[key.name] = await refer(key, look, ask);
        return told;
      }),
    );
    expect(answers).toEqual(
      Object.fromEntries(keys.map(({ name }) => [name, { code: NO_SUCH_ROW, constraint: name }])),
    );
    expect(keys.length).toBeGreaterThan(100);
  });
});

/** What the lists of ids are lists of. */
const LISTED: Record<string, string> = { branch_ids: "branches", service_ids: "services", staff_ids: "staff" };
/** Lists that no trigger looks through, and why. */
const UNCHECKED: Record<string, string> = {
  "api_keys.refused_company_ids":
    "businesses of the group that ended a key for themselves: only the database's own function writes them",
  "calcom_sync_runs.looked_up": "what a run remembers to have looked up: it may be gone since, and is only compared",
};

describe("a list of ids of every table", () => {
  it("names rows of its company, and none of another", async () => {
    const lists = (await keylessIds()).filter(
      ({ isList, table, column }) => isList && !(`${table}.${column}` in UNCHECKED),
    );
    expect(lists.length).toBeGreaterThan(4);
    await as("PLATFORM", null, async (ask) => {
      for (const { table, column } of lists) {
        const put = async (companyId: string) => {
          const named = `SELECT array_agg(id) FROM "${LISTED[column]}" WHERE company_id = $2`;
          const { code, count } = await ask(`UPDATE "${table}" SET "${column}" = (${named}) WHERE company_id = $1`, [
            ours,
            companyId,
          ]);
          return code ?? count;
        };
        expect(await put(theirs), `${table}.${column}`).toBe(NO_SUCH_ROW);
        expect(await put(ours), `${table}.${column}`).toBeGreaterThan(0);
      }
    });
  });
});

/** One of our rows that uses the key, turned to a row of theirs. */
async function refer({ name, table, column, target, targetColumn }: Key, look: Ask, ask: Ask) {
  const foreign = `SELECT "${targetColumn}" AS value FROM "${target}" WHERE company_id = $1 LIMIT 1`;
  const own = `SELECT ctid::text AS place FROM "${table}" WHERE company_id = $1 AND "${column}" IS NOT NULL LIMIT 10`;
  const { value } = (await look(foreign, [theirs])).rows[0] ?? {};
  const answers: Pick<Answer, "code" | "constraint">[] = [];
  for (const { place } of (await look(own, [ours])).rows) {
    const set = `UPDATE "${table}" SET "${column}" = $2 WHERE company_id = $1 AND ctid = $3::tid`;
    const { code, constraint } = await ask(set, [ours, value, place]);
    answers.push({ code, constraint });
  }
  // Another rule may speak first: two of theirs at the same time, say. Refused is refused, but the key itself must speak once.
  const [passed] = answers.filter(({ code }) => !code);
  return passed ?? answers.find(({ constraint }) => constraint === name) ?? answers[0];
}
