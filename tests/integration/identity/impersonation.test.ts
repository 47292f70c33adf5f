import { beforeEach, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { platformClient } from "@/server/core/db";
import { createCustomer, createTenantWithCompany, type TestCompany } from "../../support/factories";
import { browserWith, callerWith, chainOf, createOperator } from "../../support/operators";
import { browserHeaders } from "../../support/signed-in";

const REASON = "Kundin meldet fehlende Termine";

let ours: TestCompany;
let operator: Awaited<ReturnType<typeof createOperator>>;
beforeEach(async () => {
  [ours, operator] = [await createTenantWithCompany(), await createOperator()];
});

/** Goes in, as a browser does: under the token that the answer brings. */
async function goIn(minutes = 30): Promise<string> {
  const browser = await browserWith(operator.token);
  await browser.caller.platform.impersonation.start({ companyId: ours.companyId, reason: REASON, minutes });
  const token = browser.newToken();
  if (!token) throw new Error("the answer brings no new token");
  return token;
}
const sessionBehind = async (token: string) => (await createContext(browserHeaders(token))).session;

describe("an operator who looks into a company", () => {
  it("works there under a new token, while the old one is nobody's", async () => {
    const token = await goIn();
    expect(await sessionBehind(operator.token)).toBeNull();
    const me = await (await callerWith(token)).identity.me();
    expect(me).toMatchObject({ company: { id: ours.companyId }, memberships: [{ role: "super_admin" }] });
  });

  it("gives a reason, and stays an hour at most", async () => {
    const { impersonation } = (await callerWith(operator.token)).platform;
    const { companyId } = ours;
    await expect(impersonation.start({ companyId, reason: "Test" })).rejects.toThrow();
    await expect(impersonation.start({ companyId, reason: REASON, minutes: 61 })).rejects.toThrow();
    expect(await chainOf(companyId)).toEqual([]);
  });

  it("is named in everything that they change", async () => {
    const caller = await callerWith(await goIn());
    await caller.customers.create({ lastName: "Neumann" });
    expect((await chainOf(ours.companyId)).at(-1)).toMatchObject({
      action: "create_customers",
      actor: { kind: "impersonator", userId: operator.userId, reason: REASON },
    });
  });

  it("helps with the daily work, and touches neither keys, people nor what protects the company", async () => {
    const { id: customerId } = await createCustomer(ours);
    const caller = await callerWith(await goIn());
    await expect(caller.customers.get({ customerId })).resolves.toMatchObject({ id: customerId });
    const { permissions } = await caller.identity.me();
    for (const beyond of [
      ...["view_medical_notes", "view_management_notes", "create_api_keys", "rotate_api_keys", "invite_team"],
      ...["edit_roles", "edit_integrations", "edit_company_security", "edit_balance", "export_customers"],
      ...["view_tenants", "edit_platform"],
    ])
      expect(permissions).not.toContain(beyond);
  });

  it("is back among the tenants when they end it, and both audits tell when", async () => {
    const token = await goIn();
    const browser = await browserWith(token);
    expect(await browser.caller.platform.impersonation.end()).toEqual({ companyId: ours.companyId });
    const back = browser.newToken() ?? "";
    expect(await sessionBehind(token)).toBeNull();
    expect(await sessionBehind(back)).toMatchObject({ impersonation: null, memberships: [] });
    for (const companyId of [ours.companyId, null])
      expect((await chainOf(companyId)).map(({ action }) => action).slice(-2)).toEqual([
        "start_impersonation",
        "end_impersonation",
      ]);
    await expect((await callerWith(back)).platform.impersonation.end()).rejects.toThrow("not_impersonating");
  });

  it("is out when the time is over, without doing anything", async () => {
    const token = await goIn(5);
    const impersonationExpiresAt = new Date(Date.now() - 1000);
    await platformClient().session.updateMany({ where: { userId: operator.userId }, data: { impersonationExpiresAt } });
    await expect((await callerWith(token)).customers.list({})).rejects.toThrow("no_company");
    await expect((await callerWith(token)).platform.tenants.list({})).resolves.toBeTruthy();
  });

  it("is out at once when they are an operator no more", async () => {
    const token = await goIn();
    await platformClient().user.update({ where: { id: operator.userId }, data: { isPlatformAdmin: false } });
    await expect((await callerWith(token)).customers.list({})).rejects.toThrow("no_company");
  });

  it("enters a suspended business, to see what is the matter, but no closed one", async () => {
    const { platform } = await callerWith(operator.token);
    await platform.tenants.suspend({ tenantId: ours.tenantId, reason: REASON });
    await expect((await callerWith(await goIn())).customers.list({})).resolves.toBeTruthy();
    const closed = await createTenantWithCompany({ status: "closed" });
    const other = (await callerWith((await createOperator()).token)).platform.impersonation;
    await expect(other.start({ companyId: closed.companyId, reason: REASON })).rejects.toThrow("company_closed");
  });
});

describe("the owners", () => {
  const mails = () => platformClient().accountMail.findMany({ where: { userId: ours.owner.userId } });

  it("hear of it by mail, with who and why and until when", async () => {
    await goIn();
    const facts = { operatorName: "Pia Plattform", reason: REASON };
    expect(await mails()).toMatchObject([{ kind: "impersonation_notice", facts }]);
  });

  it("hear nothing where their tenant does not want to", async () => {
    const { tenantId } = ours;
    await (await callerWith(operator.token)).platform.tenants.edit({ tenantId, notifiesImpersonation: false });
    await goIn();
    expect(await mails()).toEqual([]);
  });
});
