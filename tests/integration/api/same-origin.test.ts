import { beforeAll, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { handleTrpc } from "@/server/api/trpc-door";
import { platformClient } from "@/server/core/db";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let company: TestCompany;
beforeAll(async () => {
  company = await createTenantWithCompany();
});

const countCustomers = () => platformClient().customer.count({ where: { companyId: company.companyId } });

async function createFrom(told: Record<string, string>): Promise<Response> {
  const headers = browserHeaders(await sessionOf(company.owner), { "content-type": "application/json" });
  headers.delete("sec-fetch-site");
  for (const [name, value] of Object.entries(told)) headers.set(name, value);
  const body = JSON.stringify({ json: { firstName: "Eva", lastName: "Probe" } });
  return handleTrpc(new Request("http://localhost:3000/api/trpc/customers.create", { method: "POST", headers, body }));
}

it.each<Record<string, string>>([
  { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { origin: "https://evil.example" },
  { origin: "http://localhost:3000.evil.example" },
  { origin: "null" },
  {},
])("takes no change with the portal's cookie from another site (%j)", async (told) => {
  const before = await countCustomers();
  const response = await createFrom(told);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ success: false, error: { code: "FORBIDDEN" } });
  expect(await countCustomers()).toBe(before);
});

it.each<Record<string, string>>([{ "sec-fetch-site": "same-origin" }, { origin: "http://localhost:3000" }])(
  "takes one from our own pages (%j)",
  async (told) => {
    const before = await countCustomers();
    expect((await createFrom(told)).status).toBe(200);
    expect(await countCustomers()).toBe(before + 1);
  },
);

const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
  .filter(([, { _def }]) => _def.type === "mutation")
  .map(([path]) => path);

it.each(mutations)("does not do %s by GET, alone or in a batch", async (path) => {
  const headers = browserHeaders(await sessionOf(company.owner));
  const before = await countCustomers();
  const input = encodeURIComponent(JSON.stringify({ json: { firstName: "Eva", lastName: "Probe" } }));
  const alone = new Request(`http://localhost:3000/api/trpc/${path}?input=${input}`, { headers });
  expect(await (await handleTrpc(alone)).json()).toMatchObject({
    error: { json: { data: { reason: "invalid_request" } } },
  });
  const batch = `http://localhost:3000/api/trpc/identity.me,${path}?batch=1&input=${encodeURIComponent('{"1":{"json":{}}}')}`;
  const answers = await (await handleTrpc(new Request(batch, { headers }))).json();
  expect(JSON.stringify(answers)).toContain("invalid_request");
  expect(await countCustomers()).toBe(before);
});
