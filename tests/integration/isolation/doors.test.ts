import { describe, expect, it } from "vitest";
import { appClient, platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { createTenantWithCompany } from "../../support/factories";

/** The functions that run with the platform's rights, and may be called by the application before a company is known. */
const DOORS = [
  "account_find",
  "account_mail_queue",
  "account_mail_settle",
  "account_mail_take",
  "account_mails_requeue",
  "api_key_find",
  "api_key_find_at",
  "append_account_activity",
  "append_activity",
  "avatar_find",
  "avatar_remove",
  "avatar_set",
  "challenge_open",
  "challenge_try",
  "challenge_use",
  "company_standing",
  "cors_origin_known",
  "device_recognise",
  "email_find",
  "email_set",
  "erase_activity_values",
  "failed_jobs",
  "forget_what_is_over",
  "group_key_refuse",
  "group_keys_here",
  "group_places",
  "invitation_account",
  "invitation_find",
  "invitation_register",
  "invitation_verify",
  "link_find",
  "link_issue",
  "link_use",
  "list_active_company_ids",
  "list_companies_of_number",
  "list_companies_with_due_messages",
  "list_companies_with_ending_keys",
  "list_companies_with_failed_deliveries",
  "list_companies_with_held_deliveries",
  "list_companies_with_stuck_messages",
  "list_companies_without_holidays",
  "member_sessions_end",
  "passkey_add",
  "passkey_challenge_open",
  "passkey_challenge_take",
  "passkey_find",
  "passkey_remove",
  "passkey_rename",
  "passkey_use",
  "passkeys_of",
  "password_set",
  "platform_feature_flags",
  "platform_integration_failing",
  "profile_edit",
  "profile_find",
  "queue_wait",
  "recovery_code_use",
  "recovery_codes_replace",
  "route_appointment",
  "route_calcom",
  "route_calcom_news",
  "route_call",
  "route_known_call",
  "route_message",
  "session_close",
  "session_end",
  "session_find",
  "session_load",
  "session_open",
  "session_peek",
  "session_rotate",
  "session_switch_company",
  "sessions_end",
  "sessions_of",
  "sign_in_find",
  "sign_in_places",
  "sign_in_refused",
  "stage_salon",
  "team_presence",
  "tenant_usage",
  "two_factor_begin",
  "two_factor_disable",
  "two_factor_enable",
  "two_factor_take_step",
  "user_set_locale",
  "webhook_count",
  "webhook_hold",
  "webhook_receive",
  "webhook_receive_counted",
  "webhook_refuse",
];

interface Definer {
  name: string;
  owner: string;
  settings: string[] | null;
  isPublic: boolean;
}

const definers = () => platformClient().$queryRaw<Definer[]>`
  SELECT p.proname AS name, pg_get_userbyid(p.proowner) AS owner, p.proconfig AS settings,
    has_function_privilege('public', p.oid, 'EXECUTE') AS "isPublic"
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname IN ('public', 'inngest')
  WHERE p.prosecdef ORDER BY 1`;

describe("the doors of the database", () => {
  it("are these and no others", async () => {
    expect((await definers()).map(({ name }) => name)).toEqual(DOORS);
  });

  it("belong to the platform, are open to nobody else, and can't be led astray by a temporary table", async () => {
    for (const { name, owner, settings, isPublic } of await definers()) {
      expect({ name, owner, settings, isPublic }).toEqual({
        name,
        owner: "app_platform",
        settings: ["search_path=public, pg_temp"],
        isPublic: false,
      });
    }
  });

  it("take no temporary table of the caller's for ours", async () => {
    const email = `${newId()}@example.com`;
    const found = await appClient().$transaction(async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE login_attempts (id uuid, email citext, ip text, succeeded boolean, reason text) ON COMMIT DROP`;
      await tx.$executeRaw`GRANT ALL ON login_attempts TO PUBLIC`;
      await tx.$queryRaw`SELECT sign_in_refused(${newId()}::uuid, ${email}::citext, NULL, NULL, 'x')::text`;
      return tx.$queryRaw<unknown[]>`SELECT email FROM pg_temp.login_attempts`;
    });
    expect(found).toEqual([]);
    expect(await platformClient().loginAttempt.count({ where: { email } })).toBe(1);
  });
});

describe("the application's role", () => {
  it("makes no tables, functions or schemas", async () => {
    for (const sql of [
      "CREATE TABLE public.x (a int)",
      "CREATE SCHEMA x",
      "CREATE FUNCTION public.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ])
      await expect(appClient().$executeRaw(Prisma.raw(sql))).rejects.toThrow(/permission denied/);
  });

  it("becomes nobody else", async () => {
    for (const role of ["app_platform", "askpro_owner", "postgres"])
      await expect(appClient().$executeRaw(Prisma.raw(`SET ROLE ${role}`))).rejects.toThrow(/permission denied/);
  });

  it("reads nothing of the jobs' own tables but the ids of events", async () => {
    const tables = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'inngest'
      WHERE c.relkind = 'r'`;
    expect(tables.length).toBeGreaterThan(3);
    for (const { name } of tables)
      await expect(
        appClient().$queryRaw(Prisma.sql`SELECT * FROM inngest.${Prisma.raw(`"${name}"`)} LIMIT 1`),
      ).rejects.toThrow(/permission denied/);
  });

  it("writes no audit entry past the chain, changes none and removes none", async () => {
    const [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
    const as = (sql: Prisma.Sql) =>
      appClient().$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.company_id', ${ours.companyId}, true)`;
        return tx.$executeRaw(sql);
      });
    const entry = JSON.stringify([{ id: newId(), action: "x", actor: {}, canonical: "{}", occurred_at: new Date() }]);
    await expect(as(Prisma.sql`SELECT append_activity(${theirs.companyId}::uuid, ${entry}::jsonb)`)).rejects.toThrow();
    for (const sql of [
      Prisma.sql`UPDATE activity_logs SET action = 'y'`,
      Prisma.sql`DELETE FROM activity_logs`,
      Prisma.sql`TRUNCATE activity_logs`,
      Prisma.sql`UPDATE audit_heads SET sequence = 0`,
      Prisma.sql`INSERT INTO audit_heads (company_id) VALUES (${ours.companyId}::uuid)`,
    ])
      await expect(as(sql)).rejects.toThrow(/permission denied/);
    await expect(
      platformClient().$executeRaw`DELETE FROM activity_logs WHERE company_id = ${theirs.companyId}::uuid`,
    ).resolves.toBe(0);
  });
});
