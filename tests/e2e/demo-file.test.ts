import { expect, test } from "@playwright/test";
import { demoFile, readDemo } from "./support/demo";
import { readRows } from "./support/platform";

const demo = readDemo();

test("the running copy describes itself with what is really there", async ({ request }) => {
  const company = (id: string) =>
    readRows<{ timezone: string }>(demo, "SELECT timezone FROM companies WHERE id = $1", [id]);
  expect(await company(demo.companyId)).toEqual([{ timezone: demo.timezone }]);
  expect(await company(demo.company2Id)).toHaveLength(1);
  const ids = {
    branches: demo.branchIds,
    services: Object.values(demo.serviceIds),
    staff: Object.values(demo.staffIds),
  };
  for (const [table, wanted] of Object.entries(ids)) {
    const sql = `SELECT id FROM ${table} WHERE company_id = $1 AND id = ANY($2)`;
    expect(await readRows(demo, sql, [demo.companyId, wanted]), table).toHaveLength(wanted.length);
  }
  const routed = "SELECT company_id FROM route_call($1, NULL)";
  expect(await readRows(demo, routed, [demo.phoneNumber])).toEqual([{ company_id: demo.companyId }]);
  expect(await readRows(demo, routed, [demo.company2PhoneNumber])).toEqual([{ company_id: demo.company2Id }]);
  const health = await request.get(`${demo.appUrl}/api/health`);
  expect(health.ok()).toBe(true);
  const authorization = `Bearer ${demo.apiKey}`;
  const customers = await request.get(`${demo.appUrl}/api/v2/customers`, { headers: { authorization } });
  expect(customers.status()).toBe(200);
});

test("a field too many or too few is noticed", () => {
  expect(demoFile.safeParse({ ...demo, more: 1 }).success).toBe(false);
  expect(demoFile.safeParse({ ...demo, apiKey: undefined }).success).toBe(false);
});
