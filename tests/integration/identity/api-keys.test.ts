import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/server/identity/api-keys/commands/revoke-api-key";
import { findApiKey } from "@/server/identity/api-keys/queries/find-api-key";
import { listApiKeys } from "@/server/identity/api-keys/queries/list-api-keys";
import { createApiKeyInput } from "@/server/identity/api-keys/schema";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { ownerOf } from "../../support/actors";
import {
  createBranch,
  createCustomer,
  createTenantWithCompany,
  createUser,
  type TestCompany,
} from "../../support/factories";
import { contextOf } from "../../support/signed-in";

let ours: TestCompany;
let theirs: TestCompany;
beforeAll(async () => {
  [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
});

const wish = (scopes: string[], more: { branchIds?: string[]; expiresInDays?: number } = {}) =>
  createApiKeyInput.parse({ name: "Kassensystem", scopes, ...more });

const owner = (company: TestCompany, now = new Date()) => ownerOf(company, now);

async function callerWith(headers: Record<string, string>) {
  return createCallerFactory(appRouter)(await createContext(new Headers(headers)));
}

const withKey = (secret: string) => callerWith({ "x-api-key": secret });

/** What a refusal says; an answer is no refusal. */
async function reasonOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => "answered",
    (error: Error) => error.message,
  );
}

describe("a key", () => {
  it("opens what it was given and nothing else, as itself", async () => {
    const customer = await createCustomer(ours);
    const { secret, apiKey } = await createApiKey(owner(ours), wish(["view_customers"]));
    const caller = await withKey(secret);
    const { items } = await caller.customers.list({});
    expect(items.map(({ id }) => id)).toContain(customer.id);
    expect(await reasonOf(caller.calls.list({}))).toBe("permission_missing");
    expect(await reasonOf(caller.identity.me())).toBe("not_for_api_keys");
    const asBearer = await callerWith({ authorization: `Bearer ${secret}` });
    expect((await asBearer.customers.list({})).items).toEqual(items);
    expect(apiKey).toMatchObject({ status: "active", prefix: secret.slice(0, 17), createdBy: ours.owner.name });
  });

  it("is stored as a digest only, and told to nobody again", async () => {
    const { secret, apiKey } = await createApiKey(owner(ours), wish(["view_customers"]));
    expect(secret).toMatch(/^ask_live_[A-Za-z0-9]{8}_[A-Za-z0-9]{40}$/);
    const stored = await platformClient().apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
    const audit = await platformClient().activityLog.findMany({ where: { subjectId: apiKey.id } });
    expect(audit).toHaveLength(1);
    const told = [stored, audit, await listApiKeys(owner(ours))];
    const text = JSON.stringify(told, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(text).toContain(apiKey.prefix);
    expect(text).not.toContain(secret.split("_").at(-1));
  });

  it("names itself in the audit of what it does", async () => {
    const { secret, apiKey } = await createApiKey(owner(ours), wish(["delete_api_keys"]));
    const { apiKey: other } = await createApiKey(owner(ours), wish(["view_customers"]));
    await (await withKey(secret)).apiKeys.revoke({ apiKeyId: other.id });
    const [entry] = await platformClient().activityLog.findMany({
      where: { subjectId: other.id, action: "delete_api_keys" },
    });
    expect(entry?.actor).toEqual({ kind: "api_key", apiKeyId: apiKey.id, name: "Kassensystem" });
  });

  it("is nobody when it is wrong, of another form, expired or revoked, whatever session comes with it", async () => {
    const { secret, apiKey } = await createApiKey(owner(ours), wish(["view_customers"]));
    const expired = await createApiKey(owner(ours, new Date(Date.now() - 100 * DAY)), wish(["view_customers"]));
    const { token } = await contextOf(ours.owner);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    for (const text of [wrong, "ask_live_", "x", `${secret}'--`, expired.secret]) {
      const caller = await callerWith({ "x-api-key": text, cookie: `portal_session=${token}` });
      expect(await reasonOf(caller.customers.list({}))).toBe("signed_out");
    }
    await revokeApiKey(owner(ours), { apiKeyId: apiKey.id });
    expect(await reasonOf((await withKey(secret)).customers.list({}))).toBe("signed_out");
  });

  it("tells when it was last used, at most once a minute", async () => {
    const { secret, apiKey } = await createApiKey(owner(ours), wish(["view_customers"]));
    const lastUse = async () =>
      (await platformClient().apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })).lastUsedAt?.getTime() ?? null;
    expect(await lastUse()).toBeNull();
    await findApiKey(secret);
    const first = await lastUse();
    expect(first).toBeGreaterThan(Date.now() - 60_000);
    await findApiKey(secret);
    expect(await lastUse()).toBe(first);
    await platformClient().apiKey.update({ where: { id: apiKey.id }, data: { lastUsedAt: new Date(0) } });
    await findApiKey(secret);
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? 0);
  });

  it("comes from the company's own addresses only, where it has a list", async () => {
    const company = await createTenantWithCompany({ ipAllowlist: ["192.0.2.0/24"] });
    const { secret } = await createApiKey(owner(company), wish(["view_customers"]));
    const from = async (ip: string) => (await callerWith({ "x-api-key": secret, "x-forwarded-for": ip })).customers;
    expect(await reasonOf((await from("192.0.2.7")).list({}))).toBe("answered");
    expect(await reasonOf((await from("198.51.100.7")).list({}))).toBe("address_not_allowed");
    const where = { companyId: company.companyId, action: "refuse_address", subjectType: "api_key" };
    expect(await platformClient().activityLog.count({ where })).toBe(1);
  });
});

describe("what a key may do", () => {
  it("is never more than its creator may, and nothing of the platform", async () => {
    const staff = { ...owner(ours), permissions: new Set<string>(ROLE_PERMISSIONS.receptionist) };
    await expect(createApiKey(staff, wish(["view_balance"]))).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "scope_not_held",
      details: { scopes: ["view_balance"] },
    });
    const everything = { ...owner(ours), permissions: new Set<string>(ROLE_PERMISSIONS.super_admin) };
    for (const scope of ["view_tenants", "edit_platform", "create_api_keys", "rotate_api_keys"])
      await expect(createApiKey(everything, wish([scope]))).rejects.toMatchObject({ reason: "scope_not_held" });
    expect(createApiKeyInput.safeParse({ name: "x", scopes: ["fly"] }).success).toBe(false);
    expect(createApiKeyInput.safeParse({ name: "x", scopes: ["view_calls"], expiresInDays: 366 }).success).toBe(false);
  });

  it("shrinks with its creator, and ends when they leave", async () => {
    const manager = await createUser(ours, { role: "admin" });
    const actor = { kind: "user", userId: manager.id, name: manager.name } as const;
    const { secret } = await createApiKey(
      { ...owner(ours), actor },
      wish(["view_customers", "view_balance", "view_transactions"]),
    );
    const setRole = async (key: string) => {
      const role = await platformClient().role.findFirstOrThrow({ where: { companyId: null, key } });
      await platformClient().membership.updateMany({ where: { userId: manager.id }, data: { roleId: role.id } });
    };
    const { openCompany } = await import("@/server/api/procedures");
    const held = async () => {
      const context = await createContext(new Headers({ "x-api-key": secret }));
      return context.apiKey && [...openCompany(context).permissions];
    };
    expect(await held()).toEqual(["view_customers", "view_balance", "view_transactions"]);
    await setRole("manager");
    expect(await held()).toEqual(["view_customers", "view_balance"]);
    await setRole("staff");
    expect(await held()).toEqual(["view_customers"]);
    await platformClient().membership.updateMany({ where: { userId: manager.id }, data: { isActive: false } });
    expect(await held()).toBeNull();
  });

  it("stays within its branches, and its creator's", async () => {
    const [one, two] = [await createBranch(ours), await createBranch(ours)];
    const { openCompany } = await import("@/server/api/procedures");
    const { secret } = await createApiKey(owner(ours), wish(["view_customers"], { branchIds: [one.id] }));
    const branches = async () =>
      openCompany(await createContext(new Headers({ "x-api-key": secret }))).company.restriction?.branchIds;
    expect(await branches()).toEqual([one.id]);
    const setBranches = (branchIds: string[]) =>
      platformClient().membership.updateMany({ where: { userId: ours.owner.userId }, data: { branchIds } });
    await setBranches([two.id]);
    expect(await branches()).not.toContain(one.id);
    expect(await branches()).toHaveLength(1);
    await setBranches([]);
    const narrow = { ...owner(ours), restriction: { branchIds: [two.id] } };
    for (const branchId of [one.id, theirs.branchId, newId()])
      await expect(createApiKey(narrow, wish(["view_customers"], { branchIds: [branchId] }))).rejects.toMatchObject({
        code: "NOT_FOUND",
        reason: "branch_not_found",
      });
    await expect(
      createApiKey(owner(ours), wish(["view_customers"], { branchIds: [theirs.branchId] })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not made by an operator who looks in, nor by another key", async () => {
    const base = owner(ours);
    const looking = { kind: "impersonator", userId: ours.owner.userId, name: "Op", reason: "Hilfe" } as const;
    await expect(createApiKey({ ...base, actor: looking }, wish(["view_customers"]))).rejects.toMatchObject({
      reason: "api_key_needs_member",
    });
    const { secret } = await createApiKey(base, wish(["view_api_keys"]));
    const caller = await withKey(secret);
    expect(await reasonOf(caller.apiKeys.create({ name: "x", scopes: ["view_api_keys"] }))).not.toBe("answered");
    expect((await caller.apiKeys.list()).length).toBeGreaterThan(0);
  });
});
