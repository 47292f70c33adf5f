import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { coming, iso } from "../../../support/coming-days";
import { type RestAnswer, rest, restAs } from "../../../support/rest-requests";
import { browserHeaders, sessionOf } from "../../../support/signed-in";

let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
let customer: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  customer = `/api/v2/customers/${salon.customer.id}`;
});
const tagOf = async (address: string) => (await ask(`GET ${address}`)).headers.get("etag") ?? "";

describe("what a caller has already", () => {
  it("is not sent again", async () => {
    const etag = await tagOf(customer);
    expect(etag).toMatch(/^"1\.[\w-]+"$/);
    const again = await ask(`GET ${customer}`, { headers: { "if-none-match": `"other", W/${etag}` } });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, undefined, etag]);
  });

  it("is sent again once it has changed", async () => {
    const etag = await tagOf(customer);
    await ask(`PATCH ${customer}`, { body: { title: "Dr." } });
    const again = await ask(`GET ${customer}`, { headers: { "if-none-match": etag } });
    expect([again.status, again.body.data.title]).toEqual([200, "Dr."]);
    expect(again.headers.get("etag")).not.toBe(etag);
  });
});

describe("a change under a condition", () => {
  it("happens to what the caller saw only", async () => {
    const etag = await tagOf(customer);
    const change = (title: string) => ask(`PATCH ${customer}`, { body: { title }, headers: { "if-match": etag } });
    expect((await change("Prof.")).status).toBe(200);
    const late = await change("Mag.");
    expect([late.status, late.body.error.code]).toEqual([412, "PRECONDITION_FAILED"]);
    expect((await ask(`GET ${customer}`)).body.data.title).toBe("Prof.");
  });

  it("is one of many at the same time", async () => {
    const etag = await tagOf(customer);
    const answers = await Promise.all(
      ["a", "b", "c", "d"].map((title) => ask(`PATCH ${customer}`, { body: { title }, headers: { "if-match": etag } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it("is refused for a tag that we did not make", async () => {
    for (const tag of ['"x"', "*x", 'W/"1.abc"', ""])
      expect((await ask(`PATCH ${customer}`, { body: { title: "" }, headers: { "if-match": tag } })).status).toBe(412);
    expect((await ask(`PATCH ${customer}`, { body: { title: "" }, headers: { "if-match": "*" } })).status).toBe(200);
  });

  it("holds for an appointment's steps, by its version", async () => {
    const body = {
      ...{ customer_id: salon.customer.id, service_id: salon.service.id, staff_id: salon.staff.id },
      ...{ branch_id: salon.company.branchId, starts_at: iso(coming(1), 10) },
    };
    const { appointment_id: id } = (await ask("POST /api/v2/bookings", { body })).body;
    const etag = await tagOf(`/api/v2/appointments/${id}`);
    const headers = { "if-match": etag };
    expect((await ask(`PATCH /api/v2/appointments/${id}`, { body: { notes: "x" }, headers })).status).toBe(200);
    expect((await ask(`POST /api/v2/appointments/${id}/start`, { headers })).status).toBe(412);
    expect((await ask(`DELETE /api/v2/bookings/${id}`, { headers })).status).toBe(412);
    expect((await ask(`DELETE /api/v2/bookings/${id}`)).status).toBe(200);
  });

  it("compares what would be read now, of a thing that counts no changes", async () => {
    const body = { branch_id: salon.company.branchId, started_at: new Date().toISOString(), duration_sec: 60 };
    const { id } = (await ask("POST /api/v2/calls", { body })).body.data;
    const address = `/api/v2/calls/${id}`;
    const etag = await tagOf(address);
    await platformClient().call.update({ where: { id }, data: { summary: "Anders" } });
    expect((await ask(`DELETE ${address}`, { headers: { "if-match": etag } })).status).toBe(412);
    expect((await ask(`DELETE ${address}`, { headers: { "if-match": await tagOf(address) } })).status).toBe(204);
  });
});

describe("what has no count of its changes", () => {
  interface Case {
    address: string;
    /** What makes a caller's picture of it old. */
    change: () => Promise<unknown>;
    under: (headers: Record<string, string>) => Promise<RestAnswer>;
  }
  const made = async (path: string, body: object) =>
    (await ask(`POST ${path}`, { body })).headers.get("location") ?? "";
  const CASES: Record<string, () => Promise<Case>> = {
    "a note": async () => {
      const address = await made(`${customer}/notes`, { content: "Mag es kurz" });
      const edit = (content: string, headers = {}) => ask(`PATCH ${address}`, { body: { content }, headers });
      return { address, change: () => edit("Lang"), under: (headers) => edit("Mittel", headers) };
    },
    "a holiday": async () => {
      const address = await made("/api/v2/holidays", { date: "2027-07-07", name: "Ausflug" });
      const holiday_ids = [address.split("/").at(-1)];
      return {
        address,
        change: () => ask("PUT /api/v2/holidays/observed", { body: { holiday_ids, is_observed: false } }),
        under: (headers) => ask(`DELETE ${address}`, { headers }),
      };
    },
    "an API key": async () => {
      const { api_key } = (await ask("POST /api/v2/api-keys", { body: { name: "Kasse", scopes: ["view_customers"] } }))
        .body.data;
      const address = `/api/v2/api-keys/${api_key.id}`;
      return {
        address,
        change: () => ask(`POST ${address}/rotate`, { body: { overlap_hours: 5 } }),
        under: (headers) => ask(`DELETE ${address}`, { headers }),
      };
    },
    "a role": async () => {
      const address = await made("/api/v2/roles", { name: "Empfang", permissions: ["view_customers"] });
      const edit = (name: string, headers = {}) => ask(`PUT ${address}`, { body: { name, permissions: [] }, headers });
      return { address, change: () => edit("Tresen"), under: (headers) => edit("Theke", headers) };
    },
    "a call, which is reviewed": async () => {
      const times = { started_at: new Date().toISOString(), duration_sec: 60 };
      const address = await made("/api/v2/calls", { branch_id: salon.company.branchId, ...times });
      const link = { body: { customer_id: salon.customer.id } };
      return {
        address,
        change: () => ask(`PATCH ${address}/link`, link),
        under: (headers) => ask(`PATCH ${address}/review`, { body: { is_reviewed: true }, headers }),
      };
    },
  };

  it.each(Object.entries(CASES))("%s changes only as it was seen", async (_, create) => {
    const { address, change, under } = await create();
    const seen = await tagOf(address);
    expect(seen).not.toBe("");
    await change();
    const late = await under({ "if-match": seen });
    expect([late.status, late.body.error.code]).toEqual([412, "PRECONDITION_FAILED"]);
    expect([200, 204]).toContain((await under({ "if-match": await tagOf(address) })).status);
  });
});

describe("a page of another origin", () => {
  const origin = "https://termine.example";
  const crossing = { origin };

  it("reads nothing, and changes nothing, unless the company lists it", async () => {
    const refused = await ask("GET /api/v2/customers", { headers: crossing });
    expect([refused.status, refused.body.error.code]).toEqual([403, "FORBIDDEN"]);
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    const before = await ask("OPTIONS /api/v2/customers", {
      headers: { ...crossing, "access-control-request-method": "GET" },
    });
    expect([before.status, before.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  it("reads what it is allowed to, with its own key and never with our cookie", async () => {
    const listing = await createBookableCompany();
    const { companyId, owner } = listing.company;
    await platformClient().company.update({
      where: { id: companyId },
      data: { settings: { security: { twoFactorRoles: [] }, cors: { origins: [origin] } } },
    });
    const theirs = await restAs(owner);
    const before = await rest("OPTIONS /api/v2/customers", {
      headers: { ...crossing, "access-control-request-method": "POST" },
    });
    expect(before.headers.get("access-control-allow-origin")).toBe(origin);
    expect(before.headers.get("access-control-allow-methods")).toContain("POST");
    expect(before.headers.get("access-control-allow-credentials")).toBeNull();
    const read = await theirs("GET /api/v2/customers", { headers: crossing });
    expect([read.status, read.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
    expect(read.headers.get("access-control-expose-headers")).toContain("ETag");
    expect(read.headers.get("vary")).toContain("Origin");
    expect((await ask("GET /api/v2/customers", { headers: crossing })).status).toBe(403);
    const cookie = browserHeaders(await sessionOf(owner)).get("cookie") ?? "";
    const forged = { body: { last_name: "Fremd" }, headers: { ...crossing, cookie } };
    expect((await rest("POST /api/v2/customers", forged)).status).toBe(403);
  });

  it("is none of our own pages, which may", async () => {
    const cookie = browserHeaders(await sessionOf(salon.company.owner)).get("cookie") ?? "";
    const own = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin", cookie };
    expect((await rest("POST /api/v2/customers", { body: { last_name: "Eigen" }, headers: own })).status).toBe(201);
    const forged = { cookie, "sec-fetch-site": "cross-site" };
    expect((await rest("POST /api/v2/customers", { body: { last_name: "Fremd" }, headers: forged })).status).toBe(403);
  });
});
