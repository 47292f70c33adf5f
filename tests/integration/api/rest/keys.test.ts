import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { rest } from "../../../support/rest-requests";

const SCOPES = ["view_customers", "create_customers"] as const;
let salon: BookableCompany;
let key: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  const wanted = { name: "Kasse", scopes: [...SCOPES], branchIds: [], expiresInDays: 90 };
  key = (await createApiKey(ownerOf(salon.company, new Date()), wanted)).secret;
});

describe("a program with a key", () => {
  it("works for its company, however it shows the key, and as itself in the audit log", async () => {
    const shown: Record<string, string>[] = [{ "x-api-key": key }, { authorization: `Bearer ${key}` }];
    for (const headers of shown) {
      const { status, body } = await rest("GET /api/v2/customers", { headers });
      expect([status, body.data.map(({ id }: { id: string }) => id)]).toEqual([200, [salon.customer.id]]);
    }
    const made = await rest("POST /api/v2/customers", { headers: { "x-api-key": key }, body: { last_name: "Kasse" } });
    const entry = await platformClient().activityLog.findFirstOrThrow({
      where: { subjectId: made.body.data.customer_id },
    });
    expect(entry.actor).toMatchObject({ kind: "api_key", name: "Kasse" });
  });

  it("does what its scopes allow, and nothing about a person", async () => {
    const headers = { "x-api-key": key };
    const refused = await rest("GET /api/v2/calls", { headers });
    expect([refused.status, refused.body.error.details]).toEqual([403, { permission: "view_calls" }]);
    for (const line of ["GET /api/v2/auth/me", "POST /api/v2/auth/refresh", "POST /api/v2/auth/logout"])
      expect((await rest(line, { headers })).status).toBe(403);
  });

  it("has idempotency keys of its own", async () => {
    const request = { headers: { "x-api-key": key, "idempotency-key": "k-1" }, body: { last_name: "Zweimal" } };
    const [one, two] = [await rest("POST /api/v2/customers", request), await rest("POST /api/v2/customers", request)];
    expect(two.body).toEqual(one.body);
    expect(two.headers.get("idempotency-replayed")).toBe("true");
  });

  it("hears how much of its limit is left", async () => {
    const { headers } = await rest("GET /api/v2/customers", { headers: { "x-api-key": key } });
    expect(Number(headers.get("x-ratelimit-limit"))).toBeGreaterThan(0);
    expect(Number(headers.get("x-ratelimit-remaining"))).toBeLessThan(Number(headers.get("x-ratelimit-limit")));
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 - 1);
  });

  it("is nobody with a key that is none", async () => {
    for (const odd of [`${key}x`, "ask_live_nothing", "x"])
      expect((await rest("GET /api/v2/customers", { headers: { "x-api-key": odd } })).status).toBe(401);
  });
});
