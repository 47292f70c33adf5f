import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { agentOf } from "../../support/actors";
import { createBookableCompany, wishOf } from "../../support/booking";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { callerFor, callerWith, chainOf, createOperator } from "../../support/operators";
import { contextOf, sessionOf } from "../../support/signed-in";

let ours: TestCompany;
let operator: Awaited<ReturnType<typeof createOperator>>;
let platform: Awaited<ReturnType<typeof callerWith>>["platform"];
beforeEach(async () => {
  [ours, operator] = [await createTenantWithCompany(), await createOperator()];
  platform = (await callerWith(operator.token)).platform;
});

const asOwner = async () => callerFor(await contextOf(ours.owner));
const REASON = "Rechnung seit drei Monaten offen";
const lastOf = async (companyId: string | null) => (await chainOf(companyId)).at(-1);

describe("tenants", () => {
  it("are found by their own name and by a company's, page by page", async () => {
    const { name } = await platformClient().company.findUniqueOrThrow({ where: { id: ours.companyId } });
    const found = await platform.tenants.list({ search: name });
    expect(found.items).toMatchObject([{ id: ours.tenantId, companyCount: 1, userCount: 1 }]);
    await createTenantWithCompany();
    const first = await platform.tenants.list({ limit: 1 });
    const second = await platform.tenants.list({ limit: 1, cursor: first.nextCursor });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it("are made with an address of their own, and changed only in what is sent", async () => {
    const slug = `neu-${newId().slice(-12)}`;
    const { tenantId } = await platform.tenants.create({ name: "Neue Kette", slug });
    await expect(platform.tenants.create({ name: "Zweite Kette", slug })).rejects.toThrow("slug_taken");
    await platform.tenants.edit({ tenantId, limits: { maxUsers: 4, maxCustomers: null } });
    const tenant = await platform.tenants.get({ tenantId });
    expect(tenant).toMatchObject({ name: "Neue Kette", slug, status: "trial", limits: { maxUsers: 4 } });
    expect(tenant.usage.find(({ what }) => what === "users")).toEqual({
      ...{ what: "users", used: 0, limit: 4, isDefault: false },
    });
    expect(await lastOf(null)).toMatchObject({ action: "edit_tenants", subjectId: tenantId });
  });

  it("are cancelled with a reason only, which stands in the log", async () => {
    const { tenantId } = await platform.tenants.create({ name: "Alte Kette", slug: `alt-${newId().slice(-12)}` });
    await expect(platform.tenants.edit({ tenantId, status: "cancelled" })).rejects.toThrow("cancel_needs_reason");
    await platform.tenants.edit({ tenantId, status: "cancelled", reason: REASON });
    expect(await lastOf(null)).toMatchObject({ newValues: { status: "cancelled", reason: REASON } });
    await platform.tenants.edit({ tenantId, name: "Ganz alte Kette", status: "cancelled" });
    expect(await platform.tenants.get({ tenantId })).toMatchObject({ name: "Ganz alte Kette", status: "cancelled" });
  });
});

const wish = (tenantId: string) => ({
  ...{ tenantId, name: "Salon Neu", slug: `salon-${newId().slice(-12)}`, industry: "beauty" as const },
  ...{ branchName: "Hauptfiliale", ownerEmail: `${newId()}@example.com` },
});

describe("a suspended tenant", () => {
  beforeEach(() => platform.tenants.suspend({ tenantId: ours.tenantId, reason: REASON }));

  it("lets its people sign in and nothing else, and says why", async () => {
    await expect((await asOwner()).customers.list({})).rejects.toThrow("tenant_suspended");
    await expect((await asOwner()).identity.setLocale({ locale: "en" })).resolves.toBeUndefined();
  });

  it("goes on answering the telephone", async () => {
    const theirs = await createBookableCompany();
    await platform.tenants.suspend({ tenantId: theirs.company.tenantId, reason: REASON });
    const booked = await bookAppointment(agentOf(theirs.company, "call_1"), wishOf(theirs));
    expect(booked.appointment.status).toBe("confirmed");
  });

  it("is let in again", async () => {
    await platform.tenants.reactivate({ tenantId: ours.tenantId, reason: "Rechnung ist bezahlt" });
    await expect((await asOwner()).customers.list({})).resolves.toMatchObject({ items: [] });
  });

  it("reads in its own audit who did it and why, as the platform does", async () => {
    for (const companyId of [ours.companyId, null])
      expect(await lastOf(companyId)).toMatchObject({
        ...{ action: "suspend_tenants", actor: { kind: "operator", userId: operator.userId } },
        newValues: { status: "suspended", reason: REASON },
      });
  });

  it("is not suspended twice, and has a reason that says something", async () => {
    const { tenantId } = ours;
    await expect(platform.tenants.suspend({ tenantId, reason: REASON })).rejects.toThrow("tenant_is_suspended");
    await expect(platform.tenants.suspend({ tenantId, reason: "weil" })).rejects.toThrow();
  });
});

describe("companies", () => {
  it("are made with a first branch and an invitation to the owner", async () => {
    const input = wish(ours.tenantId);
    const { companyId } = await platform.companies.create(input);
    const client = platformClient();
    expect(await client.branch.findMany({ where: { companyId } })).toMatchObject([{ isDefault: true }]);
    expect(await client.invitation.findMany({ where: { companyId } })).toMatchObject([{ email: input.ownerEmail }]);
    expect((await chainOf(companyId)).map(({ action }) => action)).toEqual(["create_companies", "invite_team"]);
  });

  it("are no more than the contract allows, also when two operators make the last one at once", async () => {
    await platform.tenants.edit({ tenantId: ours.tenantId, limits: { maxCompanies: 2 } });
    const tries = await Promise.allSettled([1, 2, 3].map(() => platform.companies.create(wish(ours.tenantId))));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = tries.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { message: "tenant_limit" } });
  });

  it("read in their audit that somebody looked, once for an hour of looking", async () => {
    for (let i = 0; i < 3; i++) await platform.companies.get({ companyId: ours.companyId });
    const looks = (await chainOf(ours.companyId)).filter(({ action }) => action === "view_companies");
    expect(looks).toMatchObject([{ actor: { kind: "operator", name: "Pia Plattform" } }]);
  });

  it("are closed to their people when suspended", async () => {
    await platform.companies.setStatus({ companyId: ours.companyId, status: "suspended", reason: REASON });
    await expect((await asOwner()).customers.list({})).rejects.toThrow("company_suspended");
  });
});

describe("the platform", () => {
  const calls: ((caller: Awaited<ReturnType<typeof callerWith>>) => Promise<unknown>)[] = [
    ({ platform }) => platform.tenants.list({}),
    ({ platform }) => platform.companies.get({ companyId: ours.companyId }),
    ({ platform }) => platform.users.list({}),
    ({ platform }) => platform.featureFlags.set({ flag: "goals", isOn: false }),
    ({ platform }) => platform.impersonation.start({ companyId: ours.companyId, reason: REASON }),
  ];

  it("is reached by no role of a company", async () => {
    for (const role of ["admin", "manager", "receptionist", "staff"] as const) {
      const { id: userId } = await createUser(ours, { role });
      const caller = callerFor(await contextOf({ userId }));
      for (const call of calls) await expect(call(caller)).rejects.toThrow("permission_missing");
    }
  });

  it("is not reached by an operator without a second factor, nor without a fresh proof where that is asked for", async () => {
    const weak = await callerWith(await sessionOf({ userId: operator.userId }));
    for (const call of calls) await expect(call(weak)).rejects.toThrow("two_factor_setup_required");
    const authenticatedAt = new Date(Date.now() - 3_600_000);
    await platformClient().session.updateMany({ where: { userId: operator.userId }, data: { authenticatedAt } });
    const stale = (await callerWith(operator.token)).platform;
    await expect(stale.tenants.list({})).resolves.toBeTruthy();
    const { tenantId } = ours;
    for (const change of [
      stale.tenants.suspend({ tenantId, reason: REASON }),
      stale.tenants.edit({ tenantId, limits: { maxUsers: 3 } }),
      stale.tenants.edit({ tenantId, status: "cancelled", reason: REASON }),
      stale.tenants.setFeature({ tenantId, flag: "goals", isOn: true }),
      stale.tenants.create({ name: "Neu", slug: "ganz-neu" }),
      stale.companies.create(wish(tenantId)),
      stale.featureFlags.set({ flag: "goals", isOn: true }),
    ])
      await expect(change).rejects.toThrow("proof_too_old");
  });
});
