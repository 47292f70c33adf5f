import { beforeEach, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { restAs } from "@/tests/support/rest-requests";
import { contextOf } from "@/tests/support/signed-in";

const SITE = "https://www.salon.de";
let company: TestCompany;
beforeEach(async () => {
  company = await createTenantWithCompany();
});
const owner = async () => appRouter.createCaller(await contextOf(company.owner, company.companyId));

describe("the list of websites that use the API in a browser", () => {
  it("lets their pages read the answers from the next request on, and those of no other company", async () => {
    const other = await createTenantWithCompany();
    const ask = await restAs(company.owner);
    const askElsewhere = await restAs(other.owner);
    const headers = { origin: SITE };
    expect((await ask("GET /api/v2/customers", { headers })).status).toBe(403);
    await (await owner()).allowedOrigins.update({ origins: [` ${SITE.toUpperCase()}/ `, SITE] });
    expect(await (await owner()).allowedOrigins.get()).toEqual({ origins: [SITE] });
    const answer = await ask("GET /api/v2/customers", { headers });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, SITE]);
    expect((await askElsewhere("GET /api/v2/customers", { headers })).status).toBe(403);
    await (await owner()).allowedOrigins.update({ origins: [] });
    expect((await ask("GET /api/v2/customers", { headers })).status).toBe(403);
  });

  it("takes nothing that is no origin, names what is wrong and keeps what was there", async () => {
    await (await owner()).allowedOrigins.update({ origins: [SITE] });
    const origins = [SITE, "*", "http://salon.de"];
    await expect((await owner()).allowedOrigins.update({ origins })).rejects.toMatchObject({
      message: "invalid_origin",
    });
    expect(await (await owner()).allowedOrigins.get()).toEqual({ origins: [SITE] });
  });

  it("leaves the company's other settings alone and stands in the log", async () => {
    const settings = { security: { twoFactorRoles: [] }, other: true, cors: { maxAge: 5 } };
    await platformClient().company.update({ where: { id: company.companyId }, data: { settings } });
    await (await owner()).allowedOrigins.update({ origins: [SITE] });
    const row = await platformClient().company.findUniqueOrThrow({ where: { id: company.companyId } });
    expect(row.settings).toEqual({ ...settings, cors: { maxAge: 5, origins: [SITE] } });
    const entry = await platformClient().activityLog.findFirst({
      where: { companyId: company.companyId, action: "edit_api_keys" },
    });
    expect(entry).toMatchObject({ oldValues: { origins: [] }, newValues: { origins: [SITE] } });
  });

  it("is the owner's alone", async () => {
    const { id } = await createUser(company, { role: "manager" });
    const manager = appRouter.createCaller(await contextOf({ userId: id }));
    await expect(manager.allowedOrigins.get()).rejects.toMatchObject({ message: "permission_missing" });
    await expect(manager.allowedOrigins.update({ origins: [SITE] })).rejects.toMatchObject({
      message: "permission_missing",
    });
  });
});
