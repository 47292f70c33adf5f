import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/exports/platform-audit-log/route";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";
import { callerWith, createOperator } from "../../support/operators";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let salon: TestCompany;
let token: string;
beforeAll(async () => {
  salon = await createTenantWithCompany();
  ofTenant.subjectId = salon.tenantId;
  ({ token } = await createOperator());
  const caller = await callerWith(token);
  await caller.platform.tenants.suspend({ tenantId: salon.tenantId, reason: "Rechnung 4711 offen" });
  await caller.platform.tenants.reactivate({ tenantId: salon.tenantId, reason: "Die Rechnung ist bezahlt" });
});

const log = async () => (await callerWith(token)).platform.audit;
const ofTenant = { subjectId: "" };

describe("the platform's own log", () => {
  it("says what operators did, the newest first, with the names of whom it concerns", async () => {
    const { items } = await (await log()).list(ofTenant);
    expect(items.map(({ action }) => action)).toEqual(["reactivate_tenants", "suspend_tenants"]);
    expect(items[0]).toMatchObject({
      actor: { kind: "operator", name: "Pia Plattform" },
      subject: { type: "tenant", id: salon.tenantId, name: expect.any(String) },
      fields: expect.arrayContaining(["status"]),
    });
  });

  it("is searched, filtered and read page by page", async () => {
    const audit = await log();
    expect((await audit.list({ search: "ist bezahlt", ...ofTenant })).items).toHaveLength(1);
    expect((await audit.list({ search: "nothing of the kind", ...ofTenant })).items).toEqual([]);
    expect((await audit.list({ action: "suspend_tenants", ...ofTenant })).items).toHaveLength(1);
    expect((await audit.list({ actorKind: "job", ...ofTenant })).items).toEqual([]);
    const first = await audit.list({ limit: 1, ...ofTenant });
    const second = await audit.list({ limit: 1, cursor: first.nextCursor, ...ofTenant });
    expect([first, second].flatMap(({ items }) => items.map(({ action }) => action))).toEqual([
      "reactivate_tenants",
      "suspend_tenants",
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it("shows an entry with what it changed, and none of a company's chain", async () => {
    const audit = await log();
    const [entry] = (await audit.list({ action: "suspend_tenants", ...ofTenant })).items;
    const details = await audit.get({ entryId: entry?.id ?? "" });
    expect(details.changes).toContainEqual(expect.objectContaining({ field: "status", after: "suspended" }));
    const owner = await callerWith(await sessionOf(salon.owner, salon.companyId));
    const own = (await owner.audit.list({ action: "suspend_tenants" })).items[0];
    await expect(audit.get({ entryId: own?.id ?? "" })).rejects.toMatchObject({ message: "audit_entry_not_found" });
    await expect(owner.audit.get({ entryId: entry?.id ?? "" })).rejects.toMatchObject({
      message: "audit_entry_not_found",
    });
  });

  it("is a table to take away, which is an entry of its own; for nobody but operators", async () => {
    const query = new URLSearchParams({ subjectId: salon.tenantId });
    const ask = (headers: Headers) =>
      GET(new Request(`http://localhost:3000/api/exports/platform-audit-log?${query}`, { headers }));
    const answer = await ask(browserHeaders(token));
    expect(answer.headers.get("content-disposition")).toContain("platform-audit-log-");
    const lines = (await answer.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("reactivate_tenants;operator;Pia Plattform;tenant");
    const [taken] = (await (await log()).list({ action: "export_audit" })).items;
    expect(taken?.actor).toMatchObject({ kind: "operator", name: "Pia Plattform" });
    const refused = await ask(browserHeaders(await sessionOf(salon.owner, salon.companyId)));
    expect(refused.status).toBe(403);
  });
});
