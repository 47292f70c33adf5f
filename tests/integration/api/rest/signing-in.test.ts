import { TOTP } from "otpauth";
import { beforeAll, describe, expect, it } from "vitest";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { platformClient } from "@/server/core/db";
import { sealSecret } from "@/server/identity/two-factor/commands/totp-secret";
import { createTenantWithCompany, createUser, type TestCompany } from "../../../support/factories";
import { quickHash } from "../../../support/quick-hash";
import { rest } from "../../../support/rest-requests";
import { browserHeaders, sessionOf } from "../../../support/signed-in";

const PASSWORD = "a long enough password";
let company: TestCompany;
let email: string;
beforeAll(async () => {
  company = await createTenantWithCompany();
  const user = await createUser(company, { passwordHash: await quickHash(PASSWORD), name: "Eva Probe" });
  email = user.email;
});
const login = (body: object) => rest("POST /api/v2/auth/login", { body });

describe("a program", () => {
  it("signs somebody in, works with the token, renews it and ends it", async () => {
    const { status, body } = await login({ email, password: PASSWORD });
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expires_at: expect.any(String),
      user: { id: expect.any(String), name: "Eva Probe", email, locale: "de" },
      company: { id: company.companyId, name: expect.any(String), timezone: "Europe/Berlin", currency: "EUR" },
      permissions: expect.arrayContaining(["view_customers"]),
    });
    const { token } = body;
    expect((await rest("GET /api/v2/auth/me", { token })).body.data.user.email).toBe(email);
    const renewed = await rest("POST /api/v2/auth/refresh", { token });
    expect(renewed.body).toEqual({ token: expect.not.stringMatching(token), expires_at: expect.any(String) });
    expect((await rest("GET /api/v2/customers", { token })).status).toBe(401);
    const fresh = renewed.body.token;
    expect((await rest("GET /api/v2/customers", { token: fresh })).status).toBe(200);
    expect((await rest("POST /api/v2/auth/logout", { token: fresh })).status).toBe(204);
    expect((await rest("GET /api/v2/customers", { token: fresh })).status).toBe(401);
  });

  it("renews and ends its token also with a key for repeating, which changes nothing about it", async () => {
    const { token } = (await login({ email, password: PASSWORD })).body;
    const headers = { "idempotency-key": "renew-1" };
    const renewed = await rest("POST /api/v2/auth/refresh", { token, headers });
    expect([renewed.status, renewed.headers.get("idempotency-replayed")]).toEqual([200, null]);
    expect((await rest("POST /api/v2/auth/refresh", { token, headers })).status).toBe(401);
    const fresh = renewed.body.token;
    const again = await rest("POST /api/v2/auth/refresh", { token: fresh, headers });
    expect(again.body.token).not.toBe(fresh);
    expect((await rest("POST /api/v2/auth/logout", { token: again.body.token, headers })).status).toBe(204);
    expect((await rest("POST /api/v2/auth/logout", { token: again.body.token, headers })).status).toBe(401);
    expect(await platformClient().idempotencyKey.count({ where: { companyId: company.companyId } })).toBe(0);
  });

  it("holds a token that no browser takes, and takes none of a browser's", async () => {
    const { token } = (await login({ email, password: PASSWORD })).body;
    const inCookie = { headers: { cookie: `${SESSION_COOKIE}=${token}` } };
    expect((await rest("GET /api/v2/customers", inCookie)).status).toBe(401);
    const browsers = await sessionOf(company.owner, company.companyId);
    expect((await rest("GET /api/v2/customers", { headers: { cookie: `${SESSION_COOKIE}=${browsers}` } })).status).toBe(
      200,
    );
    expect((await rest("GET /api/v2/customers", { token: browsers })).status).toBe(401);
  });

  it("hears the same of a wrong password and of nobody", async () => {
    const wrong = await login({ email, password: "another long password" });
    const nobody = await login({ email: "nobody@example.com", password: PASSWORD });
    const { request_id: _, ...refusal } = wrong.body.error;
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(nobody.body.error).toMatchObject(refusal);
  });

  it("keeps no answer with a token in it, whatever the key", async () => {
    const request = { body: { email, password: PASSWORD }, headers: { "idempotency-key": "login-1" } };
    const [one, two] = [await rest("POST /api/v2/auth/login", request), await rest("POST /api/v2/auth/login", request)];
    expect(one.body.token).not.toBe(two.body.token);
    expect(await platformClient().idempotencyKey.count({ where: { key: "login-1" } })).toBe(0);
  });

  it("gets no token of a browser's session", async () => {
    const headers = Object.fromEntries(browserHeaders(await sessionOf(company.owner)));
    expect((await rest("POST /api/v2/auth/refresh", { headers })).status).toBe(403);
  });
});

it("asks for the code of who has a second factor, and takes it once", async () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const user = await createUser(company, { passwordHash: await quickHash(PASSWORD) });
  await platformClient().user.update({
    where: { id: user.id },
    data: { totpSecretEncrypted: sealSecret(user.id, secret), totpEnabledAt: new Date() },
  });
  const credentials = { email: user.email, password: PASSWORD };
  const without = await login(credentials);
  expect([without.status, without.body.error.code]).toEqual([401, "TWO_FACTOR_REQUIRED"]);
  const two_factor_code = new TOTP({ secret }).generate();
  const { status, body } = await login({ ...credentials, two_factor_code });
  expect([status, body.user?.id]).toEqual([200, user.id]);
  expect((await login({ ...credentials, two_factor_code })).status).toBe(401);
});
