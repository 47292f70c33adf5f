import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { signIn } from "@/server/identity/commands/sign-in";
import { findSession } from "@/server/identity/queries/find-session";
import { createMembership, createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";
import { browserOf, codeAt, enrol } from "@/tests/support/second-factor";
import { browserHeaders, sessionOf } from "@/tests/support/signed-in";

const password = "correct horse battery";
const callerOf = createCallerFactory(appRouter);
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await quickHash(password);
});

/** A call from a browser at this network address. */
async function callFrom(token: string, ip?: string) {
  return callerOf(await createContext(browserHeaders(token, ip ? { "x-forwarded-for": ip } : {})));
}
const strict = (twoFactorRoles: string[]) => createTenantWithCompany({ settings: { security: { twoFactorRoles } } });

describe("who needs a second factor", () => {
  it("is every owner of a company that has said nothing else", async () => {
    const company = await createTenantWithCompany();
    const where = { id: company.companyId };
    for (const settings of [{}, { security: {} }, { security: { twoFactorRoles: "damaged" } }]) {
      await platformClient().company.update({ where, data: { settings } });
      const { call } = await browserOf(company.owner, company.companyId);
      await expect(call.tenancy.getCompany()).rejects.toThrow("two_factor_setup_required");
    }
    const manager = await createUser(company, { role: "manager" });
    const { call } = await browserOf({ userId: manager.id }, company.companyId);
    await expect(call.tenancy.getCompany()).resolves.toMatchObject({ id: company.companyId });
  });

  it("can do nothing but set one up, and everything afterwards", async () => {
    const company = await strict(["manager"]);
    const { id: userId } = await createUser(company, { role: "manager" });
    const { call, newToken } = await browserOf({ userId }, company.companyId);
    await expect(call.appointments.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call.identity.me()).rejects.toThrow("two_factor_setup_required");
    expect(await call.twoFactor.get()).toMatchObject({ isRequired: true, enabledAt: null });
    const { secret } = await call.twoFactor.begin();
    await call.twoFactor.enable({ code: codeAt(secret) });
    await expect((await callFrom(newToken() ?? "")).appointments.list({})).resolves.toBeDefined();
  });

  it("needs it in this session too: one that was opened without is refused", async () => {
    const company = await strict([]);
    await enrol(company.owner, company.companyId);
    const token = await sessionOf(company.owner, company.companyId);
    await expect((await callFrom(token)).tenancy.getCompany()).resolves.toBeDefined();
    const settings = { security: { twoFactorRoles: ["admin"] } };
    await platformClient().company.update({ where: { id: company.companyId }, data: { settings } });
    await expect((await callFrom(token)).tenancy.getCompany()).rejects.toThrow("second_factor_missing");
  });

  it("is every operator of the platform, for the platform's procedures", async () => {
    const operator = await platformClient().user.create({
      data: { id: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.com`, name: "Op", isPlatformAdmin: true },
    });
    const path = Object.keys(appRouter._def.procedures).find((name) => name.startsWith("platform"));
    const { call } = await browserOf({ userId: operator.id });
    const procedure = (path ?? "")
      .split(".")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], call);
    await expect((procedure as (input: object) => Promise<unknown>)({})).rejects.toThrow("two_factor_setup_required");
  });
});

describe("from where somebody may enter", () => {
  const inside = "203.0.113.20";
  const outside = "198.51.100.20";
  let company: TestCompany;

  const restrict = (ipAllowlist: string[]) =>
    platformClient().company.update({ where: { id: company.companyId }, data: { ipAllowlist } });
  beforeAll(async () => {
    company = await createTenantWithCompany();
    await restrict(["203.0.113.0/24", "2001:db8::/32"]);
  });
  const refusals = (userId: string) =>
    platformClient().activityLog.findMany({
      where: { companyId: company.companyId, action: "refuse_address", subjectId: userId },
    });

  it("admits an open session from the list, and refuses it from elsewhere and from nowhere at once", async () => {
    const { id: userId } = await createUser(company);
    const token = await sessionOf({ userId }, company.companyId);
    for (const ip of [inside, "2001:db8::7", "::ffff:203.0.113.9"])
      await expect((await callFrom(token, ip)).tenancy.getCompany()).resolves.toBeDefined();
    for (const ip of [outside, "2001:db9::7", undefined, "unknown"])
      await expect((await callFrom(token, ip)).tenancy.getCompany()).rejects.toThrow("address_not_allowed");
  });

  it("tells the company of each refusal, once an hour for each person and address", async () => {
    const { id: userId } = await createUser(company);
    const token = await sessionOf({ userId }, company.companyId);
    for (let tries = 0; tries < 3; tries++)
      await expect((await callFrom(token, outside)).tenancy.getCompany()).rejects.toThrow();
    await expect((await callFrom(token, "198.51.100.21")).tenancy.getCompany()).rejects.toThrow();
    expect((await refusals(userId)).map(({ newValues }) => newValues)).toEqual([
      { ip: outside },
      { ip: "198.51.100.21" },
    ]);
  });

  it("refuses to sign in from elsewhere, only after the password was right", async () => {
    const { id: userId, email } = await createUser(company, { passwordHash });
    await expect(signIn({ ip: outside }, { email, password: "wrong" })).rejects.toThrow("wrong_credentials");
    await expect(signIn({ ip: outside }, { email, password })).rejects.toThrow("address_not_allowed");
    expect(await platformClient().session.count({ where: { userId } })).toBe(0);
    expect(await refusals(userId)).toHaveLength(1);
    await expect(signIn({ ip: inside }, { email, password })).resolves.toBeDefined();
  });

  it("opens the first company that admits somebody who works for several", async () => {
    const open = await createTenantWithCompany();
    const { id: userId, email } = await createUser(company, { passwordHash });
    await createMembership(open, { userId });
    const { token } = await signIn({ ip: outside }, { email, password });
    expect((await findSession(token))?.activeCompanyId).toBe(open.companyId);
    const call = await callFrom(token, outside);
    await call.identity.switchCompany({ companyId: company.companyId });
    await expect((await callFrom(token, outside)).tenancy.getCompany()).rejects.toThrow("address_not_allowed");
    // And back: a person is never caught in a company that does not admit them.
    await (await callFrom(token, outside)).identity.switchCompany({ companyId: open.companyId });
    await expect((await callFrom(token, outside)).tenancy.getCompany()).resolves.toBeDefined();
  });

  it("keeps whoever edits the list from locking themselves out, and says which lines are wrong", async () => {
    const { id: userId } = await createUser(company);
    const call = await callFrom(await sessionOf({ userId }, company.companyId), inside);
    const update = (ipAllowlist: string[]) => call.companySecurity.update({ twoFactorRoles: [], ipAllowlist });
    await expect(update(["198.51.100.0/24"])).rejects.toThrow("would_lock_you_out");
    await expect(update([inside, "300.1.1.1", "10.0.0.0/33"])).rejects.toMatchObject({
      cause: { failure: { reason: "invalid_range", details: { entries: ["300.1.1.1", "10.0.0.0/33"] } } },
    });
    await update([inside, "203.0.113.77/24", "203.0.113.0/24"]);
    expect((await call.companySecurity.get()).ipAllowlist).toEqual(["203.0.113.20/32", "203.0.113.0/24"]);
    const entry = await platformClient().activityLog.findFirstOrThrow({
      where: { companyId: company.companyId, action: "edit_company_security" },
    });
    expect(entry.newValues).toMatchObject({ ipAllowlist: ["203.0.113.20/32", "203.0.113.0/24"] });
    await restrict(["203.0.113.0/24", "2001:db8::/32"]);
  });

  it("keeps the other settings when the security changes", async () => {
    const mine = await createTenantWithCompany({
      settings: { slotIntervalMinutes: 20, security: { twoFactorRoles: [] } },
    });
    const { call } = await browserOf(mine.owner, mine.companyId);
    await call.companySecurity.update({ twoFactorRoles: ["staff"], ipAllowlist: [] });
    const { settings } = await platformClient().company.findUniqueOrThrow({ where: { id: mine.companyId } });
    expect(settings).toEqual({ slotIntervalMinutes: 20, security: { twoFactorRoles: ["staff"] } });
  });

  it("is nobody's business but the owner's", async () => {
    const manager = await createUser(company, { role: "manager" });
    const call = await callFrom(await sessionOf({ userId: manager.id }, company.companyId), inside);
    await expect(call.companySecurity.get()).rejects.toThrow("permission_missing");
    await expect(call.companySecurity.update({ twoFactorRoles: [], ipAllowlist: [] })).rejects.toThrow(
      "permission_missing",
    );
  });
});

it("tells somebody who works nowhere so, and lets them look after their own account", async () => {
  const { id: userId } = await platformClient().user.create({
    data: { id: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.com`, name: "Frei" },
  });
  const { call } = await browserOf({ userId });
  await expect(call.identity.me()).rejects.toThrow("no_company");
  expect(await call.sessions.list()).toHaveLength(1);
  await enrol({ userId });
  expect(await call.twoFactor.get()).toMatchObject({ isRequired: false, enabledAt: expect.any(Date) });
});
