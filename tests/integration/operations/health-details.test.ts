import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/health/detailed/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { healthDetails } from "@/server/operations/schema";
import { createUser } from "../../support/factories";
import { createPopulatedCompany, type PopulatedCompany } from "../../support/populated-company";
import { browserHeaders, operatorSessionOf } from "../../support/signed-in";

let ours: PopulatedCompany;
let theirs: PopulatedCompany;
beforeAll(async () => {
  [ours, theirs] = [await createPopulatedCompany(), await createPopulatedCompany()];
  const call = { retellCallId: `call_${newId()}`, fromNumber: "+493023125888", direction: "inbound" } as const;
  const companyId = theirs.companyId;
  await platformClient().call.create({
    data: {
      id: newId(),
      companyId,
      branchId: theirs.rows.branchId,
      ...call,
      status: "ended",
      startedAt: new Date(),
    },
  });
  const integration = { companyId: ours.companyId, provider: "calcom", status: "error" } as const;
  await platformClient().integration.create({ data: { id: newId(), ...integration, lastSuccessAt: new Date() } });
});

async function ask(user?: { userId: string }) {
  const headers = browserHeaders(user && (await operatorSessionOf(user)));
  const response = await GET(new Request("http://localhost:3000/api/health/detailed", { headers }));
  return { status: response.status, body: await response.json(), headers: response.headers };
}

it("tells an owner how things stand for their own company", async () => {
  const { status, body, headers } = await ask(ours.owner);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toContain("no-store");
  expect(healthDetails.strict().parse(body)).toEqual(body);
  expect(body).toMatchObject({
    status: "ok",
    checks: { database: { status: "ok" }, cache: { status: "ok", driver: "database" }, queue: { status: "ok" } },
    integrations: {
      cal_com: { status: "error", last_sync: expect.any(String) },
      retell: { status: "not_connected", last_call: expect.any(String) },
      stripe: { status: "not_connected", last_sync: null },
    },
    metrics: { calls_today: 1, customers_active: 1 },
  });
  expect(body.checks.database.latency_ms).toBeGreaterThan(0);
  expect(body.checks.storage.disk_usage).toBeGreaterThan(0);
});

it("tells an operator how they stand for all of them", async () => {
  const { id: userId } = await createUser(ours, { isPlatformAdmin: true, totpEnabledAt: new Date() });
  const { body } = await ask({ userId });
  expect(body).toMatchObject({ metrics: { calls_today: 3, customers_active: 2 } });
});

it("tells nobody else anything", async () => {
  expect(await ask()).toMatchObject({ status: 401, body: { error: { code: "UNAUTHENTICATED" } } });
  const { id: userId } = await createUser(ours, { role: "receptionist" });
  expect(await ask({ userId })).toMatchObject({ status: 403, body: { error: { code: "FORBIDDEN" } } });
});
