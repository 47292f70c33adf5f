import { beforeAll, describe, expect, it } from "vitest";
import { withClient } from "@/scripts/database.mjs";
import { platformClient } from "@/server/core/db";
import { companyTables } from "../../support/catalogue";
import { createRole, createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";

const WORDS = "the platform's own words, the same for every company";
const COUNTS = "counts under digests of who asks too much: whoever is counted has no company yet";

/** Tables without a company of their own that the application has a right on, what it sees of them by, and why. */
const WITHOUT_COMPANY: Record<string, { policies: string[]; why: string }> = {
  _prisma_migrations: { policies: [], why: "whether the database fits this build is asked at each start" },
  companies: { policies: ["company_only"], why: "itself" },
  "inngest.event": { policies: [], why: "only its ids: an event is sent, never read" },
  limit_penalties: { policies: [], why: COUNTS },
  notification_event_mappings: { policies: [], why: WORDS },
  permissions: { policies: [], why: WORDS },
  rate_limit_buckets: { policies: [], why: COUNTS },
  request_windows: { policies: [], why: COUNTS },
  role_permissions: { policies: ["company_only", "readable"], why: "of the company's roles, and of the built-in ones" },
  tenants: { policies: ["company_only"], why: "the company's own" },
  users: { policies: ["colleagues"], why: "those who work here, without what they sign in with" },
  webhook_events: { policies: [], why: WORDS },
};

const CLOSED = [
  ...["account_mails", "known_devices", "login_attempts", "passkey_challenges", "passkey_credentials"],
  ...["portal_sessions", "recovery_codes", "sign_in_challenges", "system_settings", "verification_tokens"],
];

async function reachableTables() {
  return platformClient().$queryRaw<{ name: string; policies: string[] }[]>`
    SELECT CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || c.relname AS name,
      ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid AND c.relrowsecurity AND c.relforcerowsecurity
        AND p.polroles && ARRAY[0::oid, 'app_rw'::regrole::oid] ORDER BY 1) AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND (has_any_column_privilege('app_rw', c.oid, 'SELECT, INSERT, UPDATE')
        OR has_table_privilege('app_rw', c.oid, 'DELETE, TRUNCATE'))`;
}

let ours: TestCompany;
let theirs: TestCompany;
let roleIds: { ours: string; theirs: string };
beforeAll(async () => {
  [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
  const permissions = ["view_customers" as const];
  roleIds = {
    ours: (await createRole(ours, { permissions })).id,
    theirs: (await createRole(theirs, { permissions })).id,
  };
  await createUser(theirs);
});

/** One question of the application's role, inside a company or in none. */
const askAs = (companyId: string | null, sql: string): Promise<Record<string, string>[]> =>
  withClient(process.env.APP_DATABASE_URL ?? "", async (client) => {
    await client.query("BEGIN");
    if (companyId) await client.query("SELECT set_config('app.company_id', $1, true)", [companyId]);
    return (await client.query(sql)).rows;
  });

describe("what the application reaches", () => {
  it("belongs to a company, or stands here with a reason", async () => {
    const own = await companyTables();
    const others = (await reachableTables()).filter(({ name }) => !own.includes(name));
    const expected = Object.entries(WITHOUT_COMPANY).map(([name, { policies }]) => [name, policies]);
    expect(Object.fromEntries(others.map(({ name, policies }) => [name, policies]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it.each([
    ["companies", "id", () => [ours.companyId]],
    ["tenants", "id", () => [ours.tenantId]],
    ["users", "id", () => [ours.owner.userId]],
  ] as const)("shows of %s the company's own", async (table, column, own) => {
    const ids = (await askAs(ours.companyId, `SELECT ${column} AS id FROM ${table}`)).map(({ id }) => id);
    expect(ids).toEqual(own());
    expect(await askAs(null, `SELECT ${column} FROM ${table}`)).toEqual([]);
  });

  it("shows what the company's own roles may do, and the built-in ones, and changes its own", async () => {
    const found = await askAs(ours.companyId, "SELECT DISTINCT role_id AS id FROM role_permissions");
    const ids = found.map(({ id }) => id);
    expect(ids).toContain(roleIds.ours);
    expect(ids).not.toContain(roleIds.theirs);
    const builtIn = await platformClient().role.findMany({ where: { companyId: null, rolePermissions: { some: {} } } });
    expect(ids.toSorted()).toEqual([roleIds.ours, ...builtIn.map(({ id }) => id)].sort());
    const gone = await askAs(ours.companyId, "DELETE FROM role_permissions RETURNING role_id AS id");
    expect(gone).toEqual([{ id: roleIds.ours }]);
  });

  it("changes nothing of another company, and no tenant and no person at all", async () => {
    const named = await askAs(ours.companyId, "UPDATE companies SET state = state RETURNING id");
    expect(named).toEqual([{ id: ours.companyId }]);
    for (const change of ["UPDATE tenants SET name = name", "UPDATE users SET name = name", "DELETE FROM users"])
      await expect(askAs(ours.companyId, change)).rejects.toThrow(/permission denied/);
    await expect(askAs(ours.companyId, "SELECT * FROM inngest.event")).rejects.toThrow(/permission denied/);
  });

  it("changes of its own row nothing that is the platform's to say", async () => {
    for (const column of [
      "id",
      "tenant_id",
      "name",
      "slug",
      "status",
      "balance_cents",
      "commission_rate_bps",
      "created_at",
    ])
      await expect(askAs(ours.companyId, `UPDATE companies SET ${column} = ${column}`)).rejects.toThrow(
        /permission denied/,
      );
  });

  it.each(CLOSED)("has no right on %s", async (table) => {
    await expect(askAs(ours.companyId, `SELECT count(*) FROM ${table}`)).rejects.toThrow(/permission denied/);
    await expect(askAs(ours.companyId, `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
  });
});
