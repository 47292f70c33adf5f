import { beforeEach, describe, expect, it } from "vitest";
import { canonicalOf, linkOf } from "@/server/core/activity-entry";
import { appClient, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { operator } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

let ours: TestCompany;
let theirs: TestCompany;
beforeEach(async () => {
  [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
});

const chainOf = (companyId: string | null) =>
  platformClient().activityLog.findMany({ where: { companyId }, orderBy: { sequence: "asc" } });

/** Changes nothing but says that it did. */
const look = (companyIds: string[], fails = false) =>
  transactAsPlatform(operator(), async (tx) => {
    recordPlatformAudit(tx, { action: "view_companies", subjectType: "company", subjectId: newId(), companyIds });
    if (fails) throw new Error("changed my mind");
  });

describe("the platform's own door", () => {
  it("sees the rows of every tenant", async () => {
    const ids = [ours.companyId, theirs.companyId];
    const found = await transactAsPlatform(operator(), ({ tx }) => tx.company.count({ where: { id: { in: ids } } }));
    expect(found).toBe(2);
  });

  it("leaves an entry in the platform's chain and in those of the companies concerned, and in no other", async () => {
    await look([ours.companyId]);
    expect(await chainOf(ours.companyId)).toMatchObject([{ action: "view_companies", actor: { kind: "operator" } }]);
    expect(await chainOf(theirs.companyId)).toEqual([]);
    expect((await chainOf(null)).at(-1)).toMatchObject({ action: "view_companies", companyId: null });
  });

  it("leaves nothing when the work fails", async () => {
    const before = (await chainOf(null)).length;
    await expect(look([ours.companyId], true)).rejects.toThrow("changed my mind");
    expect(await chainOf(ours.companyId)).toEqual([]);
    expect(await chainOf(null)).toHaveLength(before);
  });

  it("keeps the platform's chain whole, however many write at once", async () => {
    const [one, other] = [ours.companyId, theirs.companyId];
    await Promise.all(Array.from({ length: 8 }, (_, i) => look(i % 2 ? [one, other] : [other, one])));
    const chain = await chainOf(null);
    let previous = "";
    for (const [index, entry] of chain.entries()) {
      expect(Number(entry.sequence)).toBe(index + 1);
      expect(entry.previousHash).toBe(previous);
      expect(entry.hash).toBe(linkOf(previous, entry.canonical));
      expect(canonicalOf(JSON.parse(entry.canonical))).toBe(entry.canonical);
      previous = entry.hash;
    }
    expect(chain.length).toBeGreaterThanOrEqual(8);
  });

  it("is closed to the application's role, which writes in no chain but its company's", async () => {
    const entry = JSON.stringify([{ id: newId(), action: "x", actor: {}, canonical: "{}", occurred_at: new Date() }]);
    const app = appClient();
    await expect(app.$executeRaw`SELECT append_chain(NULL, ${entry}::jsonb)`).rejects.toThrow(/permission denied/);
    await expect(app.$executeRaw`SELECT append_activity(NULL, ${entry}::jsonb)`).rejects.toThrow(/not that of/);
    await expect(app.$executeRaw`SELECT tenant_count(${ours.tenantId}::uuid, 'users')`).rejects.toThrow(/permission/);
  });
});
