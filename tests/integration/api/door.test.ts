import { beforeAll, describe, expect, it } from "vitest";
import { POST as report } from "@/app/api/csp-report/route";
import { POST as receiveRetell } from "@/app/webhooks/retell/route";
import { readText } from "@/server/api/http";
import { handleTrpc } from "@/server/api/trpc-door";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let company: TestCompany;
let token: string;
beforeAll(async () => {
  company = await createTenantWithCompany();
  token = await sessionOf(company.owner);
});

const at = (path: string) => `http://localhost:3000${path}`;
const post = (path: string, body: BodyInit, headers: HeadersInit = {}) =>
  new Request(at(path), { method: "POST", body, headers, duplex: "half" } as RequestInit);
const json = () => browserHeaders(token, { "content-type": "application/json" });

describe("every answer", () => {
  it("carries the id that the caller gave, and may be kept by nobody", async () => {
    const headers = browserHeaders(token, { "x-request-id": "request-00000001" });
    const response = await handleTrpc(new Request(at("/api/trpc/identity.me"), { headers }));
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toBe("request-00000001");
    expect(response.headers.get("cache-control")).toContain("no-store");
  });

  it("carries one of ours otherwise, the same as in its error", async () => {
    for (const given of ["short", "with spaces in it", "x".repeat(65), "<script>alert(1)</script>"]) {
      const response = await receiveRetell(post("/webhooks/retell", "{}", { "x-request-id": given }));
      const id = response.headers.get("x-request-id");
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(await response.json()).toMatchObject({ error: { request_id: id } });
    }
  });
});

describe("a body", () => {
  it("is refused when it is nested deeper than anybody means, in a query too", async () => {
    const deep = `{"json":{"notes":${"[".repeat(5000)}${"]".repeat(5000)}}}`;
    const refused = { success: false, error: { code: "VALIDATION_ERROR" } };
    const posted = await handleTrpc(post("/api/trpc/customers.create", deep, json()));
    expect(posted.status).toBe(400);
    expect(await posted.json()).toMatchObject(refused);
    const asked = at(`/api/trpc/customers.list?input=${encodeURIComponent(deep)}`);
    expect((await handleTrpc(new Request(asked, { headers: json() }))).status).toBe(400);
  });

  it("is given up when it does not arrive", async () => {
    const stuck = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) });
    const reading = readText(post("/x", stuck), { maxBytes: 100, maxMs: 50 });
    await expect(reading).rejects.toMatchObject({ code: "VALIDATION_ERROR", reason: "body_too_slow" });
  });

  it.each([
    ["a browser's report", (body: string) => report(post("/api/csp-report", body)), 20_000],
    ["a webhook", (body: string) => receiveRetell(post("/webhooks/retell", body)), 2_000_000],
    ["a call", (body: string) => handleTrpc(post("/api/trpc/customers.create", body, json())), 1_000_000],
  ])("of %s is no longer than its limit", async (_, send, limit) => {
    const response = await send(" ".repeat(limit + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ success: false, error: { code: "PAYLOAD_TOO_LARGE" } });
  });
});

describe("a browser's report about a page's policy", () => {
  const told = { "violated-directive": "script-src", "document-uri": at("/c/secret"), "blocked-uri": "inline" };
  const newer = { effectiveDirective: "img-src", blockedURL: "https://x.example/a", documentURL: at("/") };

  it.each([{ "csp-report": told }, [{ type: "csp-violation", body: newer }], []])("is taken (%j)", async (body) => {
    expect((await report(post("/api/csp-report", JSON.stringify(body)))).status).toBe(204);
  });

  it.each(["", "{", "null", "[1]", '{"csp-report":null}', '{"__proto__":{"csp-report":{}}}'])(
    "is refused when it is none (%s)",
    async (body) => {
      expect((await report(post("/api/csp-report", body))).status).toBe(400);
    },
  );
});

it("hears no more reports from one address than anybody needs", async () => {
  const send = () => report(post("/api/csp-report", "[]", { "x-forwarded-for": "203.0.113.77" }));
  const statuses = [];
  for (let at = 0; at < 31; at++) statuses.push((await send()).status);
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(204));
  expect(statuses.at(-1)).toBe(429);
});
