import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/server/identity/api-keys/commands/revoke-api-key";
import { rotateApiKey } from "@/server/identity/api-keys/commands/rotate-api-key";
import { getApiKey } from "@/server/identity/api-keys/queries/get-api-key";
import { listApiKeys } from "@/server/identity/api-keys/queries/list-api-keys";
import { listKeyCompanies } from "@/server/identity/api-keys/queries/list-key-companies";
import { createApiKeyInput } from "@/server/identity/api-keys/schema";
import { ownerOf } from "../../support/actors";
import { createCustomer, createTenantWithCompany, ROLE_IDS, type TestCompany } from "../../support/factories";
import { rest } from "../../support/rest-requests";

/** Two salons of one group, a third where the owner works but may make no keys, one where they don't work, and another group's. */
let home: TestCompany;
let sister: TestCompany;
let apprenticed: TestCompany;
let unknown: TestCompany;
let foreign: TestCompany;
let key: string;

const wish = (more: object = {}) =>
  createApiKeyInput.parse({
    name: "Kette",
    scopes: ["view_customers", "create_customers"],
    isGroupWide: true,
    ...more,
  });
const owner = (now = new Date()) => ownerOf(home, now);

const ask = (line: string, companyId: string | null, { secret = key, body }: { secret?: string; body?: object } = {}) =>
  rest(line, {
    headers: { "x-api-key": secret, ...(companyId !== null && { "x-company-id": companyId }) },
    ...(body && { body }),
  });
const list = (companyId: string | null, secret = key) => ask("GET /api/v2/customers", companyId, { secret });

async function work(company: TestCompany, roleId = ROLE_IDS.admin) {
  const { userId } = home.owner;
  await platformClient().membership.create({ data: { id: newId(), companyId: company.companyId, userId, roleId } });
}

beforeAll(async () => {
  const made = [];
  for (let at = 0; at < 5; at++) made.push(await createTenantWithCompany());
  [home, sister, apprenticed, unknown, foreign] = made as [
    ...[TestCompany, TestCompany, TestCompany, TestCompany, TestCompany],
  ];
  const ids = [sister, apprenticed, unknown].map(({ companyId }) => companyId);
  await platformClient().company.updateMany({ where: { id: { in: ids } }, data: { tenantId: home.tenantId } });
  await work(sister);
  await work(apprenticed, ROLE_IDS.receptionist);
  await work(foreign);
  key = (await createApiKey(owner(), wish())).secret;
});

describe("a key for the whole group", () => {
  it("works in each company that a request names, in its own where it names none", async () => {
    for (const company of [home, sister]) {
      const { id } = await createCustomer(company);
      const { status, body } = await list(company.companyId);
      expect([status, body.data.map((row: { id: string }) => row.id)]).toEqual([200, [id]]);
    }
    expect((await list(null)).body).toEqual((await list(home.companyId)).body);
    expect((await list(home.companyId.toUpperCase())).status).toBe(200);
  });

  it("reaches no other tenant's company, also where its creator works, and none where they don't or may make no keys", async () => {
    const refused = [foreign, unknown, apprenticed].map(({ companyId }) => companyId);
    const odd = [newId(), "x", "", "null", "' OR '1'='1", "../..", `${home.companyId}x`, "0".repeat(5000)];
    for (const companyId of [...refused, ...odd]) {
      const { status, body } = await list(companyId);
      expect([companyId, status, body.error?.code, body.error?.message]).toEqual([
        ...[companyId, 404, "NOT_FOUND", "Diesen Betrieb gibt es nicht oder nicht mehr."],
      ]);
    }
    const made = await ask("POST /api/v2/customers", foreign.companyId, { body: { last_name: "Fremd" } });
    expect(made.status).toBe(404);
    expect(await platformClient().customer.count({ where: { companyId: foreign.companyId } })).toBe(0);
  });

  it("names itself and the place where it is kept in the log of the company that it worked in", async () => {
    const { status, body } = await ask("POST /api/v2/customers", sister.companyId, { body: { last_name: "Kette" } });
    expect(status).toBe(201);
    const entry = await platformClient().activityLog.findFirstOrThrow({
      where: { subjectId: body.data.customer_id, action: "create_customers" },
    });
    const { name } = await platformClient().company.findUniqueOrThrow({ where: { id: home.companyId } });
    expect(entry).toMatchObject({ companyId: sister.companyId, actor: { kind: "api_key", name: `Kette (${name})` } });
  });

  it("counts against one limit, wherever it works", async () => {
    const left = async (company: TestCompany) =>
      Number((await list(company.companyId)).headers.get("x-ratelimit-remaining"));
    const before = await left(home);
    expect(await left(sister)).toBeLessThan(before);
    const refused = await list(foreign.companyId);
    expect(Number(refused.headers.get("x-ratelimit-remaining"))).toBeLessThan(before - 1);
  });

  it("is held to the addresses and the standing of the company that it enters", async () => {
    const where = { id: sister.companyId };
    await platformClient().company.update({ where, data: { ipAllowlist: ["192.0.2.0/24"] } });
    expect((await list(sister.companyId)).body.error).toMatchObject({ code: "FORBIDDEN" });
    expect((await list(home.companyId)).status).toBe(200);
    await platformClient().company.update({ where, data: { ipAllowlist: [], status: "suspended" } });
    expect((await list(sister.companyId)).status).toBe(403);
    await platformClient().company.update({ where, data: { status: "closed" } });
    expect((await list(sister.companyId)).status).toBe(404);
    await platformClient().company.update({ where, data: { status: "active" } });
    expect((await list(sister.companyId)).status).toBe(200);
  });

  it("is held to the addresses of the company that keeps it, wherever it goes", async () => {
    const where = { id: home.companyId };
    await platformClient().company.update({ where, data: { ipAllowlist: ["192.0.2.0/24"] } });
    for (const company of [home, sister]) expect((await list(company.companyId)).status).toBe(403);
    await platformClient().company.update({ where, data: { ipAllowlist: [] } });
    expect((await list(sister.companyId)).status).toBe(200);
  });

  it("stays at home when its creator may make no keys there any more", async () => {
    const where = { companyId: home.companyId, userId: home.owner.userId };
    await platformClient().membership.updateMany({ where, data: { roleId: ROLE_IDS.receptionist } });
    expect([(await list(home.companyId)).status, (await list(sister.companyId)).status]).toEqual([200, 404]);
    await platformClient().membership.updateMany({ where, data: { roleId: ROLE_IDS.admin } });
    expect((await list(sister.companyId)).status).toBe(200);
  });

  it("can do in each company what its creator may do there", async () => {
    const where = { companyId: sister.companyId, userId: home.owner.userId };
    const role = await platformClient().role.create({
      data: { id: newId(), companyId: sister.companyId, key: "keys_only", name: "Nur Schlüssel" },
    });
    const permission = await platformClient().permission.findUniqueOrThrow({ where: { key: "create_api_keys" } });
    await platformClient().rolePermission.create({
      data: { id: newId(), roleId: role.id, permissionId: permission.id },
    });
    await platformClient().membership.updateMany({ where, data: { roleId: role.id } });
    expect((await list(sister.companyId)).body.error).toMatchObject({ code: "FORBIDDEN" });
    await platformClient().membership.updateMany({ where, data: { roleId: ROLE_IDS.staff } });
    expect((await list(sister.companyId)).status).toBe(404);
    await platformClient().membership.updateMany({ where, data: { roleId: ROLE_IDS.admin } });
    expect((await list(sister.companyId)).status).toBe(200);
  });

  it("ends everywhere when its creator leaves the company that keeps it, and when it is revoked or replaced", async () => {
    const where = { companyId: home.companyId, userId: home.owner.userId };
    const places = async (secret: string) => [
      (await list(home.companyId, secret)).status,
      (await list(sister.companyId, secret)).status,
    ];
    await platformClient().membership.updateMany({ where, data: { isActive: false } });
    expect(await places(key)).toEqual([401, 401]);
    await platformClient().membership.updateMany({ where, data: { isActive: true } });
    const old = await createApiKey(owner(), wish());
    const fresh = await rotateApiKey(owner(), { apiKeyId: old.apiKey.id, overlapHours: 0, expiresInDays: 30 });
    expect(fresh.apiKey.isGroupWide).toBe(true);
    expect([await places(old.secret), await places(fresh.secret)]).toEqual([
      [401, 401],
      [200, 200],
    ]);
    await revokeApiKey(owner(), { apiKeyId: fresh.apiKey.id });
    expect(await places(fresh.secret)).toEqual([401, 401]);
    expect(await places(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`)).toEqual([401, 401]);
  });
});

describe("a key of one company", () => {
  it("works there and nowhere else, whatever a request names", async () => {
    const { secret } = await createApiKey(owner(), wish({ isGroupWide: false }));
    expect((await list(home.companyId, secret)).status).toBe(200);
    expect((await list(null, secret)).status).toBe(200);
    for (const { companyId } of [sister, foreign]) expect((await list(companyId, secret)).status).toBe(404);
  });
});

describe("a company that another one's key reaches", () => {
  const there = (company = sister) => ownerOf(company, new Date());

  it("sees it with where it is kept, and ends it for itself, also for what takes its place", async () => {
    const { apiKey, secret } = await createApiKey(owner(), wish());
    const { name } = await platformClient().company.findUniqueOrThrow({ where: { id: home.companyId } });
    const seen = async () => (await listApiKeys(there())).find(({ id }) => id === apiKey.id);
    expect(await seen()).toMatchObject({ homeCompany: name, status: "active", isGroupWide: true });
    expect(await getApiKey(there(), { apiKeyId: apiKey.id })).toMatchObject({ homeCompany: name });
    for (let n = 0; n < 2; n++) await revokeApiKey(there(), { apiKeyId: apiKey.id });
    expect([(await list(sister.companyId, secret)).status, (await list(home.companyId, secret)).status]).toEqual([
      404, 200,
    ]);
    expect(await seen()).toMatchObject({ status: "revoked" });
    const told = { companyId: sister.companyId, subjectId: apiKey.id, action: "delete_api_keys" };
    expect(await platformClient().activityLog.count({ where: told })).toBe(1);
    expect(await listKeyCompanies(owner(), { apiKeyId: apiKey.id })).toMatchObject([{ id: home.companyId }]);
    const next = await rotateApiKey(owner(), { apiKeyId: apiKey.id, overlapHours: 0, expiresInDays: 30 });
    expect((await list(sister.companyId, next.secret)).status).toBe(404);
  });

  it("is none where its creator may make no keys, nor another group's", async () => {
    const { apiKey, secret } = await createApiKey(owner(), wish());
    for (const company of [apprenticed, unknown, foreign]) {
      expect((await listApiKeys(there(company))).map(({ id }) => id)).not.toContain(apiKey.id);
      await expect(revokeApiKey(there(company), { apiKeyId: apiKey.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await list(sister.companyId, secret)).status).toBe(200);
  });
});

describe("which companies a key works in", () => {
  const idsOf = async (companies: ReturnType<typeof listKeyCompanies>) => (await companies).map(({ id }) => id).sort();

  it("is told to whoever would make one, and of each that there is", async () => {
    const both = [home.companyId, sister.companyId].sort();
    expect(await idsOf(listKeyCompanies(owner(), {}))).toEqual(both);
    const [wide, narrow] = [
      await createApiKey(owner(), wish()),
      await createApiKey(owner(), wish({ isGroupWide: false })),
    ];
    expect(await idsOf(listKeyCompanies(owner(), { apiKeyId: wide.apiKey.id }))).toEqual(both);
    expect(await idsOf(listKeyCompanies(owner(), { apiKeyId: narrow.apiKey.id }))).toEqual([home.companyId]);
  });

  it("is nobody else's business", async () => {
    const { apiKey } = await createApiKey(owner(), wish());
    await expect(listKeyCompanies(ownerOf(foreign, new Date()), { apiKeyId: apiKey.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const company of [unknown, foreign])
      expect((await listApiKeys(ownerOf(company, new Date()))).map(({ id }) => id)).not.toContain(apiKey.id);
    const stranger = { ...ownerOf(unknown, new Date()), actor: owner().actor };
    expect(await listKeyCompanies(stranger, {})).toEqual([]);
  });
});

it("has no branches: they belong to one company", async () => {
  const input = { name: "x", scopes: ["view_customers"], isGroupWide: true, branchIds: [home.branchId] };
  expect(createApiKeyInput.safeParse(input).error?.issues[0]?.path).toEqual(["branchIds"]);
});
