import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { NOW, ownerOf } from "../../support/actors";
import { tamper, writeEntries } from "../../support/chain";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

const LENGTH = 6;

/** A company with a chain of six entries, of the kinds that there are. */
async function createChain() {
  const company = await createTenantWithCompany();
  const ctx = { ...ownerOf(company), ip: "203.0.113.7", userAgent: "Firefox" };
  const subject = { subjectType: "customer", subjectId: newId() };
  await writeEntries(ctx, [
    { action: "create_customers", ...subject, after: { firstName: "Maria", lastName: "Schäfer", tags: ["neu"] } },
    { action: "edit_customers", ...subject, before: { firstName: "Maria" }, after: { firstName: "Mia" } },
    { logName: "security", action: "sign_in", after: { at: NOW } },
    { action: "export_customers" },
    { action: "edit_customers", ...subject, before: { a: 1.5, b: null, "ü\n": "𝄞" }, after: { a: 1e21, b: false } },
    { action: "delete_customers", ...subject },
  ]);
  return { company, ctx };
}

const brokenIn = async (company: TestCompany) => (await verifyCompanyChain(ownerOf(company))).broken;

const idAt = async ({ companyId }: TestCompany, sequence: number) =>
  (await platformClient().activityLog.findFirstOrThrow({ where: { companyId, sequence } })).id;

/** Another value for each column, in SQL. */
const OTHER: Record<string, string> = {
  id: "gen_random_uuid()",
  sequence: "sequence + 1000",
  log_name: "'other'",
  action: "'view_customers'",
  subject_type: "'staff'",
  subject_id: "gen_random_uuid()",
  actor: `'{"kind":"user","userId":"0","name":"Somebody else"}'`,
  old_values: `'{"firstName":"Eve"}'`,
  new_values: `'{"firstName":"Eve"}'`,
  salt: "'00'",
  values_digest: "repeat('0', 64)",
  ip: "'198.51.100.1'",
  user_agent: "'Chrome'",
  request_id: "'request-0'",
  occurred_at: "occurred_at + interval '1 second'",
  canonical: "canonical || ' '",
  previous_hash: "repeat('0', 64)",
  hash: "repeat('0', 64)",
};

describe("a chain that nobody touched", () => {
  it("holds from its first to its last link", async () => {
    const { company, ctx } = await createChain();
    const report = await verifyCompanyChain(ctx);
    expect(report).toMatchObject({ checked: LENGTH, erased: 0, broken: null, head: { sequence: LENGTH } });
    const last = await platformClient().activityLog.findFirst({
      where: { companyId: company.companyId },
      orderBy: { sequence: "desc" },
    });
    expect(report.head.hash).toBe(last?.hash);
  });

  it("holds for a company in which nothing has happened", async () => {
    expect(await verifyCompanyChain(ownerOf(await createTenantWithCompany()))).toMatchObject({
      checked: 0,
      broken: null,
    });
  });

  it("holds while it grows, over many batches", async () => {
    const company = await createTenantWithCompany();
    const ctx = ownerOf(company);
    await writeEntries(
      ctx,
      Array.from({ length: 40 }, (_, at) => ({ action: "edit_customers", after: { at } })),
    );
    const [report] = await Promise.all([
      verifyCompanyChain(ctx),
      writeEntries(
        ctx,
        Array.from({ length: 20 }, (_, at) => ({ action: "edit_customers", after: { at } })),
      ),
    ]);
    expect(report.broken).toBeNull();
    expect(await verifyCompanyChain(ctx)).toMatchObject({ checked: 60, broken: null });
  });

  it("holds whatever the values are", async () => {
    const company = await createTenantWithCompany();
    const text = fc
      .string({ unit: "grapheme" })
      .filter((value) => !value.includes("\u0000") && !/\p{Surrogate}/u.test(value));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, fc.jsonValue()), async (value) => {
        const after = JSON.parse(JSON.stringify(value).replaceAll("\\u0000", ""));
        await writeEntries(ownerOf(company), [{ action: "edit_customers", after }]);
      }),
      { numRuns: 60 },
    );
    expect(await brokenIn(company)).toBeNull();
  });
});

describe("a changed column", () => {
  it("can't be any other than these", async () => {
    const columns = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'activity_logs' ORDER BY 1`;
    // The actor's kind is computed by the database; the company is tried below.
    const tried = [...Object.keys(OTHER), "actor_kind", "company_id"].sort();
    expect(columns.map(({ name }) => name).sort()).toEqual(tried);
  });

  it.each(Object.keys(OTHER))("is found and named: %s", async (column) => {
    const { company } = await createChain();
    const at = 2;
    const id = await idAt(company, at);
    await tamper(company.companyId, `UPDATE activity_logs SET ${column} = ${OTHER[column]} WHERE id = $1`, [id]);
    const broken = await brokenIn(company);
    expect(broken).not.toBeNull();
    if (column === "sequence")
      expect(broken).toMatchObject({ sequence: at + 1, differs: expect.arrayContaining(["sequence"]) });
    else expect(broken).toMatchObject({ sequence: at });
    const named = { old_values: "values", new_values: "values", salt: "values", canonical: "hash" }[column] ?? column;
    expect(broken?.differs).toContain(named);
  });

  it("is found in any entry of the chain", async () => {
    for (let at = 1; at <= LENGTH; at++) {
      const { company } = await createChain();
      await tamper(company.companyId, "UPDATE activity_logs SET action = 'x' WHERE sequence = $1", [at]);
      expect(await brokenIn(company)).toMatchObject({ sequence: at, differs: ["action"] });
    }
  });

  it("is found when the entry was made to fit itself again", async () => {
    const { company } = await createChain();
    await tamper(
      company.companyId,
      `UPDATE activity_logs SET action = 'view_customers', canonical = replace(canonical, 'edit_customers', 'view_customers'),
         hash = encode(sha256(convert_to(previous_hash || replace(canonical, 'edit_customers', 'view_customers'), 'UTF8')), 'hex')
       WHERE sequence = 2`,
    );
    expect(await brokenIn(company)).toMatchObject({ sequence: 3, differs: ["previous_hash"] });
  });

  it("is found when the last entry was made to fit itself again", async () => {
    const { company } = await createChain();
    await tamper(
      company.companyId,
      `UPDATE activity_logs SET action = 'view_customers', canonical = replace(canonical, 'delete_customers', 'view_customers'),
         hash = encode(sha256(convert_to(previous_hash || replace(canonical, 'delete_customers', 'view_customers'), 'UTF8')), 'hex')
       WHERE sequence = 6`,
    );
    expect(await brokenIn(company)).toMatchObject({ sequence: LENGTH, differs: ["head"] });
  });
});

it("chains the log's name, and knows entries of before as those of the default log", async () => {
  const { company } = await createChain();
  await tamper(company.companyId, "UPDATE activity_logs SET log_name = 'security' WHERE sequence = 1");
  expect(await brokenIn(company)).toMatchObject({ sequence: 1, differs: ["log_name"] });
});

it("keeps no address of a customer: what is chained can't be forgotten", async () => {
  const { companyId } = await createTenantWithCompany();
  const actor = { kind: "customer", customerId: newId() } as const;
  await writeEntries(companyContext({ companyId, actor, ip: "203.0.113.9", userAgent: "Safari" }), [
    { action: "cancel_appointments" },
  ]);
  expect(await platformClient().activityLog.findFirst({ where: { companyId } })).toMatchObject({
    ip: null,
    userAgent: null,
  });
});
