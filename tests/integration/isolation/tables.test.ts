import { describe, expect, it } from "vitest";
import { appClient, platformClient } from "@/server/core/db";
import { companyTables, keylessIds } from "../../support/catalogue";

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

const OWN = "(company_id = ( SELECT app_company_id() AS app_company_id))";

/** What else the application may do with rows of a table, or may not, and why. */
const OTHERWISE: Record<string, Policy[]> = {
  // Built in, for everybody to read: those of the platform belong to no company.
  notification_providers: [{ command: "SELECT", using: "(company_id IS NULL)", check: null }],
  roles: [{ command: "SELECT", using: "(company_id IS NULL)", check: null }],
};
/** Written through a door of the platform only: the application's own right ends at reading. */
const READ_ONLY = ["audit_heads"];

const ACCOUNT = "names an account, and accounts belong to no company";
const ANYTHING = "names a row of whatever table stands beside it, and what no longer exists";

/** Ids without a key that carries the company, and why. Lists of them are looked through by a trigger. */
const WITHOUT_KEY: Record<string, string> = {
  "activity_logs.subject_id": ANYTHING,
  "agent_versions.created_by_user_id": ACCOUNT,
  "api_keys.created_by_user_id": ACCOUNT,
  "appointments.created_by_user_id": ACCOUNT,
  "calcom_sync_runs.lease_token": "names no row: it is drawn anew by whoever takes the run on",
  "callback_requests.assigned_to_user_id": ACCOUNT,
  "calls.reviewed_by_user_id": ACCOUNT,
  "calls.taken_by_user_id": ACCOUNT,
  "class_sessions.series_id": "names no row: it is the same for those that were made together",
  "customer_notes.created_by_user_id": ACCOUNT,
  "customer_relationships.tenant_id": "names the company's own tenant",
  "import_jobs.created_by_user_id": ACCOUNT,
  "invitations.invited_by_user_id": ACCOUNT,
  "invitations.role_id": "a built-in role belongs to no company: a trigger lets pass those and the company's own",
  "manual_bookings.handled_by_user_id": ACCOUNT,
  "master_data_stamps.stamp": "names no row: it is another one after each change",
  "memberships.role_id": "a built-in role belongs to no company: a trigger lets pass those and the company's own",
  "memberships.user_id": ACCOUNT,
  "notification_configurations.configurable_id": ANYTHING,
  "policy_configurations.configurable_id": ANYTHING,
  "schedule_exceptions.approved_by_user_id": ACCOUNT,
  "schedule_exceptions.requested_by_user_id": ACCOUNT,
  "staff.user_id": ACCOUNT,
  "user_preferences.user_id": ACCOUNT,
  "webhook_logs.duplicate_of_id":
    "a delivery is written down by a door of the platform, before it is known whose it is",
};

interface Policy {
  command: string;
  using: string | null;
  check: string | null;
}

describe("the catalogue", () => {
  it("forces row-level security, with a policy, on every table of a company", async () => {
    const open = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`;
    expect(names(open)).toEqual([]);
    expect((await companyTables()).length).toBeGreaterThan(50);
  });

  it("lets the application's role see and write the rows of its company, and no others", async () => {
    const found = await platformClient().$queryRaw<(Policy & { name: string; isPermissive: boolean })[]>`
      SELECT tablename AS name, permissive = 'PERMISSIVE' AS "isPermissive", cmd AS command, qual AS using, with_check AS "check"
      FROM pg_policies WHERE schemaname = 'public' AND roles && ARRAY['public', 'app_rw']::name[] ORDER BY cmd`;
    for (const table of await companyTables()) {
      const applied = found.filter(({ name, isPermissive }) => name === table && isPermissive);
      const own = { command: "ALL", using: OWN, check: READ_ONLY.includes(table) ? null : OWN };
      expect(applied, table).toMatchObject([own, ...(OTHERWISE[table] ?? [])]);
      expect(applied.length, table).toBe(1 + (OTHERWISE[table]?.length ?? 0));
    }
    const rights = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT DISTINCT table_name AS name FROM information_schema.role_table_grants
      WHERE grantee = 'app_rw' AND privilege_type <> 'SELECT' AND table_name = ANY(${READ_ONLY})`;
    expect(names(rights)).toEqual([]);
  });

  it("lets no role past it: nobody is superuser or has BYPASSRLS, and the application owns nothing", async () => {
    const roles = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT rolname AS name FROM pg_roles WHERE rolname IN ('askpro_owner', 'app_rw', 'app_platform') AND (rolsuper OR rolbypassrls)`;
    expect(names(roles)).toEqual([]);
    const owned = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c WHERE pg_get_userbyid(c.relowner) IN ('app_rw', 'app_platform') AND c.relkind = 'r'`;
    expect(names(owned)).toEqual([]);
  });

  it("carries the company in every key between tables of a company", async () => {
    const loose = await platformClient().$queryRaw<{ name: string }[]>`
      WITH scoped AS (SELECT attrelid AS id, attnum FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE attname = 'company_id' AND NOT attisdropped)
      SELECT k.conrelid::regclass || '.' || k.conname AS name FROM pg_constraint k
      JOIN scoped f ON f.id = k.conrelid JOIN scoped t ON t.id = k.confrelid
      WHERE k.contype = 'f' AND NOT f.attnum = ANY(k.conkey) AND k.confrelid <> 'roles'::regclass`;
    expect(names(loose)).toEqual([]);
  });

  it("has such a key for every id that a row names, or a reason", async () => {
    const loose = (await keylessIds()).filter(({ isList }) => !isList);
    expect(loose.map(({ table, column }) => `${table}.${column}`)).toEqual(Object.keys(WITHOUT_KEY));
  });

  it("has an index that starts with the company on every table of a company", async () => {
    const slow = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum)`;
    expect(names(slow)).toEqual([]);
  });
});

describe("the application", () => {
  it("hides credentials from the application", async () => {
    await expect(appClient().$queryRaw`SELECT password_hash FROM users`).rejects.toThrow(/permission denied/);
    await expect(appClient().$queryRaw`SELECT token_hash FROM portal_sessions`).rejects.toThrow(/permission denied/);
  });
});
