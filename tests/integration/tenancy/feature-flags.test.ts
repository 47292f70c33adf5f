import { beforeEach, describe, expect, it } from "vitest";
import { admitToCompany } from "@/server/api/procedures";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";
import { callerFor, callerWith, chainOf, createOperator } from "../../support/operators";
import { rest } from "../../support/rest-requests";
import { contextOf, programSessionOf } from "../../support/signed-in";

let ours: TestCompany;
let platform: Awaited<ReturnType<typeof callerWith>>["platform"];
beforeEach(async () => {
  ours = await createTenantWithCompany();
  platform = (await callerWith((await createOperator()).token)).platform;
  await platform.featureFlags.set({ flag: "live_updates", isOn: null });
  await platform.featureFlags.set({ flag: "loyalty", isOn: null });
});

const forUs = (flag: "live_updates" | "mobile_api" | "loyalty", isOn: boolean | null) =>
  platform.tenants.setFeature({ tenantId: ours.tenantId, flag, isOn });
const listen = async () => (await callerFor(await contextOf(ours.owner)).live.events())[Symbol.asyncIterator]().next();

describe("what is switched off", () => {
  it("is refused, for the tenant that has it off and for nobody else", async () => {
    await forUs("live_updates", false);
    const meta = { permission: "signed_in", feature: "live_updates" } as const;
    await expect(admitToCompany(await contextOf(ours.owner), meta)).rejects.toMatchObject({ code: "FEATURE_DISABLED" });
    await expect(listen()).rejects.toThrow("feature_disabled");
    const theirs = await createTenantWithCompany();
    await expect(admitToCompany(await contextOf(theirs.owner), meta)).resolves.toBeTruthy();
  });

  it("shuts the door of apps and programs, and leaves the browser's open", async () => {
    await forUs("mobile_api", false);
    const [app, browser] = [await contextOf(ours.owner), await contextOf(ours.owner)];
    if (app.session) app.session.kind = "api";
    await expect(callerFor(app).customers.list({})).rejects.toThrow("feature_disabled");
    await expect(callerFor(browser).customers.list({})).resolves.toBeTruthy();
  });

  it("leaves keys alone: they are ended one by one, or with the right to make them", async () => {
    await forUs("mobile_api", false);
    const key = { name: "Kasse", scopes: ["view_customers" as const], branchIds: [], expiresInDays: 90 };
    const { secret } = await createApiKey(ownerOf(ours, new Date()), key);
    expect((await rest("GET /api/v2/customers", { token: secret })).status).toBe(200);
    const token = await programSessionOf(ours.owner, ours.companyId);
    expect((await rest("GET /api/v2/customers", { token })).body.error.code).toBe("FEATURE_DISABLED");
  });

  it("is as the tenant has it, else as all have it, else as the product comes", async () => {
    const is = () => isFeatureOn(ours.companyId, "loyalty");
    expect(await is()).toBe(false);
    await platform.featureFlags.set({ flag: "loyalty", isOn: true });
    expect(await is()).toBe(true);
    await forUs("loyalty", false);
    expect(await is()).toBe(false);
    await forUs("loyalty", null);
    expect(await is()).toBe(true);
  });
});

describe("the pages of the platform", () => {
  it("tell who switched what and when, for all and for one", async () => {
    await platform.featureFlags.set({ flag: "loyalty", isOn: true });
    await forUs("loyalty", false);
    const forAll = (await platform.featureFlags.list()).find(({ flag }) => flag === "loyalty");
    expect(forAll).toMatchObject({ isOnByDefault: false, isOn: true, tenantsOff: 1 });
    expect(forAll?.lastChange).toMatchObject({ by: "Pia Plattform" });
    const own = (await platform.tenants.get({ tenantId: ours.tenantId })).flags.find(({ flag }) => flag === "loyalty");
    expect(own).toMatchObject({ isOnForAll: true, isOn: false, lastChange: { by: "Pia Plattform" } });
    const entry = { action: "set_feature_flags", newValues: { flag: "loyalty", isOn: false } };
    expect((await chainOf(ours.companyId)).at(-1)).toMatchObject(entry);
  });

  it("lose no decision when two are made at once", async () => {
    const flags = ["goals", "journey", "loyalty", "mobile_api"] as const;
    await Promise.all(flags.map((flag) => platform.featureFlags.set({ flag, isOn: false })));
    const off = (await platform.featureFlags.list()).filter(({ isOn }) => isOn === false).map(({ flag }) => flag);
    expect(off).toEqual(expect.arrayContaining([...flags]));
    await Promise.all(flags.map((flag) => platform.featureFlags.set({ flag, isOn: null })));
  });
});
