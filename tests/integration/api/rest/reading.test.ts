import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { toLocal } from "@/server/core/time";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../../support/booking";
import { createCustomer, createStaff } from "../../../support/factories";
import { rest, restAs } from "../../../support/rest-requests";
import { browserHeaders, sessionOf } from "../../../support/signed-in";

let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
const appointments: string[] = [];
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  for (const hour of [10, 11, 12]) {
    const { appointment } = await bookAppointment(ownerOf(salon.company), wishOf(salon, wednesdayAt(hour)));
    appointments.push(appointment.id);
  }
});

describe("a list", () => {
  it("is data with where it stands, in snake_case, instants with their offset", async () => {
    const { status, headers, body } = await ask("GET /api/v2/appointments");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(body.meta).toEqual({ page: 1, per_page: 25, total: 3, next_cursor: null });
    expect(body.data[0]).toMatchObject({
      id: appointments[0],
      starts_at: wednesdayAt(10).toISOString(),
      price_cents: 2900,
      customer: { phone_text: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toMatch(/"[a-z]+[A-Z]\w*":/);
  });

  it("goes on by number and by cursor, over the same rows", async () => {
    const first = await ask("GET /api/v2/appointments?per_page=2");
    expect(first.body.meta).toMatchObject({ page: 1, per_page: 2, total: 3, next_cursor: expect.any(String) });
    const byNumber = await ask("GET /api/v2/appointments?per_page=2&page=2");
    const byCursor = await ask(`GET /api/v2/appointments?per_page=2&cursor=${first.body.meta.next_cursor}`);
    expect(byNumber.body.data.map(({ id }: { id: string }) => id)).toEqual([appointments[2]]);
    expect(byCursor.body.data).toEqual(byNumber.body.data);
    expect(byNumber.body.meta).toMatchObject({ page: 2, total: 3, next_cursor: null });
    expect(byCursor.body.meta).toMatchObject({ page: null, total: 3, next_cursor: null });
  });

  it("is paged at the door where it is short enough to be answered whole", async () => {
    await createStaff(salon.company, { name: "Zoe" });
    const first = await ask("GET /api/v2/staff?per_page=1");
    expect(first.body.meta).toMatchObject({ page: 1, per_page: 1, total: 2 });
    const second = await ask(`GET /api/v2/staff?per_page=1&cursor=${first.body.meta.next_cursor}`);
    expect(second.body.data).toMatchObject([{ name: "Zoe" }]);
    expect(second.body.meta.next_cursor).toBeNull();
  });

  it.each([
    ["status=confirmed,pending", 3],
    ["status=cancelled", 0],
    ["status=confirmed&status=cancelled", 3],
    ["sort=-starts_at&per_page=1", 3],
    ["from_date=2026-12-02&to_date=2026-12-02", 3],
    ["to_date=2026-12-01", 0],
    ["from_date=2026-12-03", 0],
    [`from_date=${encodeURIComponent(wednesdayAt(11).toISOString())}`, 2],
  ])("is narrowed by %s", async (query, total) => {
    expect((await ask(`GET /api/v2/appointments?${query}`)).body.meta.total).toBe(total);
  });

  it("sorts", async () => {
    const { body } = await ask("GET /api/v2/appointments?sort=-starts_at&per_page=1");
    expect(body.data[0].id).toBe(appointments[2]);
  });

  it.each([
    ["page=2&cursor=abc", undefined],
    ["unheard_of=1", undefined],
    ["per_page=1000", "per_page"],
    ["per_page=ten", "per_page"],
    ["page=0", "page"],
    ["status=unknown", "status.0"],
    ["sort=name", "sort"],
    ["from_date=yesterday", "from_date"],
    ["branch_id=1", "branch_id"],
  ])("refuses %s", async (query, field) => {
    const { status, body } = await ask(`GET /api/v2/appointments?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR", request_id: expect.any(String) } });
    if (field) expect(body.error.errors[0].field).toBe(field);
  });

  it("counts what a search finds", async () => {
    await createCustomer(salon.company, { lastName: "Grünwald", phone: "+493023125999" });
    expect((await ask("GET /api/v2/customers?search=gruenwald")).body.meta.total).toBe(1);
    expect((await ask("GET /api/v2/customers?search=030-23125999")).body.meta.total).toBe(1);
    expect((await ask("GET /api/v2/customers?per_page=1&page=2")).body).toMatchObject({
      data: [{ last_name: "Schäfer" }],
      meta: { total: 2 },
    });
  });
});

describe("an address", () => {
  it.each(["/api/v2", "/api/v2/portal", "/api/v1", "/api"])("has the same answer below %s", async (base) => {
    const canonical = await ask("GET /api/v2/customers");
    expect((await ask(`GET ${base}/customers`)).body).toEqual(canonical.body);
    expect((await ask(`GET ${base}/appointments/${appointments[0]}`)).body.data.id).toBe(appointments[0]);
  });

  it.each([
    "/api/v1/staff",
    "/api/staff",
    "/api/v2/nothing",
    "/api/v2",
    "/api/v3/customers",
    "/api/v2/customers/a/b/c",
  ])("%s is none of ours", async (path) => {
    const { status, body } = await ask(`GET ${path}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  });

  it("says what may be done with it", async () => {
    const { status, headers, body } = await ask("PUT /api/v2/customers");
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect(body).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
    const options = await ask("OPTIONS /api/v2/customers");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, POST, HEAD, OPTIONS"]);
  });

  it("answers HEAD with the headers alone", async () => {
    const { status, headers, body } = await ask(`HEAD /api/v2/appointments/${appointments[0]}`);
    expect([status, body]).toEqual([200, undefined]);
    expect(headers.get("etag")).toBeTruthy();
  });
});

describe("a refusal", () => {
  it("is in the language that was asked for", async () => {
    const in_ = async (language: string) =>
      (await rest("GET /api/v2/customers", { headers: { "accept-language": language } })).body.error;
    expect((await in_("de-DE,de;q=0.9")).message).toMatch(/nicht angemeldet/i);
    expect((await in_("en")).message).toMatch(/not signed in/i);
    expect(await in_("en")).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it.each([["nonsense"], ["a".repeat(43)]])("is what a token that is not alive gets (%s)", async (token) => {
    expect((await rest("GET /api/v2/customers", { token })).status).toBe(401);
  });

  it("takes no cookie beside a token", async () => {
    const cookie = browserHeaders(await sessionOf(salon.company.owner)).get("cookie") ?? "";
    expect((await rest("GET /api/v2/customers", { headers: { cookie } })).status).toBe(200);
    expect((await rest("GET /api/v2/customers", { token: "nonsense", headers: { cookie } })).status).toBe(401);
  });

  it("keeps the caller's own id of the request", async () => {
    const { headers, body } = await ask("GET /api/v2/nothing", { headers: { "x-request-id": "my-request-77" } });
    expect([headers.get("x-request-id"), body.error.request_id]).toEqual(["my-request-77", "my-request-77"]);
  });
});

it("means days by the company's clock", async () => {
  const { date } = toLocal("Europe/Berlin", wednesdayAt(0).getTime());
  const night = new Date(wednesdayAt(0).getTime() - 1);
  expect(date).toBe("2026-12-02");
  expect(toLocal("Europe/Berlin", night.getTime()).date).toBe("2026-12-01");
  expect((await ask(`GET /api/v2/appointments?from_date=${date}&to_date=${date}`)).body.meta.total).toBe(3);
});
