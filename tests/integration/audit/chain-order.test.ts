import { describe, expect, it } from "vitest";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
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

describe("the order of entries", () => {
  it("shows a row that was deleted, wherever it was", async () => {
    for (let at = 1; at <= LENGTH; at++) {
      const { company } = await createChain();
      await tamper(company.companyId, "DELETE FROM activity_logs WHERE sequence = $1", [at]);
      const broken = await brokenIn(company);
      expect(broken).toMatchObject(
        at === LENGTH ? { sequence: at, id: null, differs: ["missing"] } : { sequence: at + 1 },
      );
    }
  });

  it("shows a tail that was cut off, and a whole log that was emptied", async () => {
    for (const from of [4, 1]) {
      const { company } = await createChain();
      await tamper(company.companyId, "DELETE FROM activity_logs WHERE sequence >= $1", [from]);
      expect(await brokenIn(company)).toEqual({ sequence: from, id: null, differs: ["missing"] });
    }
  });

  it("shows two entries that changed places", async () => {
    const { company } = await createChain();
    await tamper(company.companyId, "UPDATE activity_logs SET sequence = -sequence WHERE sequence IN (2, 3)");
    await tamper(company.companyId, "UPDATE activity_logs SET sequence = 5 + sequence WHERE sequence < 0");
    expect(await brokenIn(company)).toMatchObject({ sequence: 2, differs: expect.arrayContaining(["previous_hash"]) });
  });

  it("shows an entry that was put in between, and one that hangs on behind", async () => {
    const copy = `INSERT INTO activity_logs (id, company_id, sequence, log_name, action, actor, occurred_at, canonical, previous_hash, hash)
      SELECT gen_random_uuid(), company_id, $1::bigint, log_name, action, actor, occurred_at, canonical, previous_hash, hash
      FROM activity_logs WHERE sequence = 2`;
    const between = await createChain();
    await tamper(between.company.companyId, "UPDATE activity_logs SET sequence = sequence + 1000 WHERE sequence > 3");
    await tamper(between.company.companyId, "UPDATE activity_logs SET sequence = sequence - 999 WHERE sequence > 1000");
    await tamper(between.company.companyId, copy, [4]);
    expect(await brokenIn(between.company)).toMatchObject({ sequence: 4 });
    const behind = await createChain();
    await tamper(behind.company.companyId, copy, [LENGTH + 1]);
    expect(await brokenIn(behind.company)).toMatchObject({ sequence: LENGTH + 1 });
  });

  it("shows a well-made entry behind the head", async () => {
    const { company } = await createChain();
    await platformClient().$executeRaw`
      UPDATE audit_heads h SET sequence = 5, hash = (SELECT hash FROM activity_logs l WHERE l.company_id = h.company_id AND sequence = 5)
      WHERE company_id = ${company.companyId}::uuid`;
    expect(await brokenIn(company)).toEqual({ sequence: LENGTH, id: null, differs: ["behind_head"] });
  });

  it("shows an entry that was moved to another company", async () => {
    const [ours, theirs] = [await createChain(), await createTenantWithCompany()];
    await platformClient().$executeRaw`
      INSERT INTO activity_logs (id, company_id, sequence, log_name, action, subject_type, subject_id, actor, old_values, new_values, salt,
        values_digest, ip, user_agent, request_id, occurred_at, canonical, previous_hash, hash)
      SELECT gen_random_uuid(), ${theirs.companyId}::uuid, sequence, log_name, action, subject_type, subject_id, actor, old_values, new_values,
        salt, values_digest, ip, user_agent, request_id, occurred_at, canonical, previous_hash, hash
      FROM activity_logs WHERE company_id = ${ours.company.companyId}::uuid AND sequence = 1`;
    expect((await brokenIn(theirs))?.differs).toContain("company_id");
  });

  it("shows a log and a head that were cut alike, to whoever noted an earlier link", async () => {
    const { company, ctx } = await createChain();
    const { head } = await verifyCompanyChain(ctx);
    await tamper(company.companyId, "DELETE FROM activity_logs WHERE sequence > 3");
    await platformClient().$executeRaw`
      UPDATE audit_heads h SET sequence = 3, hash = (SELECT hash FROM activity_logs l WHERE l.company_id = h.company_id AND sequence = 3)
      WHERE company_id = ${company.companyId}::uuid`;
    expect(await brokenIn(company)).toBeNull();
    expect((await verifyCompanyChain(ctx, { anchor: head })).broken).toEqual({
      sequence: 4,
      id: null,
      differs: ["missing"],
    });
    await writeEntries(
      ctx,
      Array.from({ length: 4 }, () => ({ action: "edit_customers" })),
    );
    expect((await verifyCompanyChain(ctx, { anchor: head })).broken).toMatchObject({
      sequence: LENGTH,
      differs: ["anchor"],
    });
  });
});
