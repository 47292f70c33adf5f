import { beforeAll, describe, expect, it } from "vitest";
import { eraseAuditValues } from "@/server/audit/commands/erase-values";
import { listAudit } from "@/server/audit/queries/list-audit";
import { listAuditInput } from "@/server/audit/schema";
import { closeConnections } from "@/server/core/close-connections";
import type { CompanyContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { withClient } from "../../../scripts/database.mjs";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany } from "../../support/factories";

const LENGTH = Number(process.env.AUDIT_LOG_LENGTH ?? 60_000);
const PAGE = 25;
/** What a search may look at before it says how far it came. */
const SCANNED = 20_000;

let ctx: CompanyContext;
const subjectId = newId();
const url = () => process.env.PLATFORM_DATABASE_URL ?? "";

/** Years of a busy company, with the rare among the common: one in a hundred is an operator's, one in ten thousand about one row. */
beforeAll(async () => {
  const company = await createTenantWithCompany();
  ctx = ownerOf(company);
  await withClient(url(), async (client) => {
    await client.query(
      `INSERT INTO activity_logs (id, company_id, sequence, action, subject_type, subject_id, actor, new_values, salt, occurred_at, canonical, previous_hash, hash)
       SELECT gen_random_uuid(), $1, n, CASE WHEN n % 100 = 7 THEN 'delete_customers' ELSE 'create_appointments' END, 'appointment',
         CASE WHEN n % 10000 = 5 THEN $2::uuid ELSE gen_random_uuid() END,
         CASE WHEN n % 100 = 3 THEN '{"kind":"impersonator","userId":"0","name":"Pia"}'::jsonb ELSE '{"kind":"agent","callId":"0"}'::jsonb END,
         jsonb_build_object('status', 'confirmed', 'staffId', gen_random_uuid()), '', timestamptz '2024-01-01' + n * interval '1 minute', '{}', '', ''
       FROM generate_series(1, $3::int) n`,
      [company.companyId, subjectId, LENGTH],
    );
  });
  // Whose the table is, and nobody else; without statistics the planner would guess until the autovacuum comes by.
  await withClient(process.env.DATABASE_URL ?? "", (client) => client.query("ANALYZE activity_logs"));
}, 300_000);

const OTHERS = `
  SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;

/** How many entries the database has read for a page; its counters are written when the other end of a connection is gone too. */
async function entriesRead(filters: object): Promise<number> {
  const count = () =>
    withClient(url(), async (client) => {
      await expect.poll(async () => (await client.query(OTHERS)).rowCount).toBe(0);
      const { rows } = await client.query(
        "SELECT seq_tup_read + idx_tup_fetch AS n FROM pg_stat_user_tables WHERE relname = 'activity_logs'",
      );
      return Number(rows[0].n);
    });
  await closeConnections();
  const before = await count();
  const page = await listAudit(ctx, listAuditInput.parse({ limit: PAGE, ...filters }));
  expect(page.items.length + (page.searchedBackTo ? 1 : 0)).toBeGreaterThan(0);
  await closeConnections();
  return (await count()) - before;
}

describe("a page of a long log", () => {
  it.each([
    ["the newest", {}],
    ["a day years ago", { from: "2024-01-20T00:00:00Z", until: "2024-01-21T00:00:00Z" }],
    ["a rare action", { action: "delete_customers" }],
    ["a rare kind of actor", { actorKind: "impersonator" }],
    ["one row's history", { subjectId }],
    [
      "a rare action of one period",
      { action: "delete_customers", from: "2024-01-10T00:00:00Z", until: "2024-02-01T00:00:00Z" },
    ],
  ])("reads no more than it shows: %s", async (_, filters) => {
    expect(await entriesRead(filters)).toBeLessThanOrEqual(PAGE + 5);
  });

  it("looks at a part of it for what no index knows, and says so", async () => {
    expect(await entriesRead({ search: "nowhere to be found" })).toBeLessThanOrEqual(2 * SCANNED + 5);
    const { searchedBackTo, nextCursor } = await listAudit(
      ctx,
      listAuditInput.parse({ search: "nowhere to be found" }),
    );
    expect(searchedBackTo).not.toBeNull();
    expect(nextCursor).not.toBeNull();
  });
});

it("forgets somebody part by part, and closes with the entry about it", async () => {
  await withClient(process.env.DATABASE_URL ?? "", async (client) => {
    await client.query("SELECT set_config('app.company_id', $1, false)", [ctx.companyId]);
    const head = [ctx.companyId, LENGTH];
    await client.query("INSERT INTO audit_heads (company_id, sequence) VALUES ($1, $2)", head);
  });
  const erased = await eraseAuditValues(ctx, { subjects: [{ type: "appointment", id: subjectId }], reason: "Wunsch" });
  expect(erased).toBe(LENGTH / 10_000);
  const { rows } = await withClient(url(), (client) =>
    client.query(
      `SELECT count(DISTINCT xmin::text)::int AS transactions, count(*)::int AS entries FROM activity_logs
       WHERE company_id = $1 AND subject_id = $2 AND salt IS NULL`,
      [ctx.companyId, subjectId],
    ),
  );
  expect(rows).toEqual([{ transactions: erased, entries: erased }]);
});
