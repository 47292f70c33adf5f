import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { handleTrpc } from "@/server/api/trpc-door";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/server/identity/api-keys/commands/revoke-api-key";
import { beginSignIn } from "@/server/identity/commands/begin-sign-in";
import { redeemMagicLink } from "@/server/identity/links/commands/redeem-magic-link";
import { answerChallenge } from "@/server/identity/two-factor/commands/answer-challenge";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, createUser, ROLE_IDS, type TestCompany } from "../../support/factories";
import { quickHash } from "../../support/quick-hash";
import { rest } from "../../support/rest-requests";
import { codeAt, enrol } from "../../support/second-factor";
import { browserHeaders, sessionOf } from "../../support/signed-in";

const folder = mkdtempSync(join(tmpdir(), "security-log-"));
const file = join(folder, "log");
process.env.LOG_LEVEL = "info";
process.env.LOG_DESTINATION = file;
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (): Record<string, unknown>[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What the log says of a call, once the line of its request is there. */
async function call(path: string, headers: Headers) {
  const requestId = `${path}-request`;
  headers.set("x-request-id", requestId);
  await (await handleTrpc(new Request(`http://localhost:3000/api/trpc/${path}`, { headers }))).text();
  const told = () => lines().filter((line) => line.requestId === requestId);
  await vi.waitUntil(() => told().some(({ msg }) => msg === "request"), { timeout: 60_000 });
  return told();
}

it("tells who was refused what, and nothing by which they could be impersonated", async () => {
  const company = await createTenantWithCompany();
  const { id: userId } = await createUser(company, { role: "staff" });
  const token = await sessionOf({ userId });
  const told = await call("apiKeys.list", browserHeaders(token));
  const { companyId } = company;
  expect(told).toContainEqual(
    expect.objectContaining({
      ...{ channel: "security", msg: "call refused", procedure: "apiKeys.list", principal: "user", userId, companyId },
      ...{ code: "FORBIDDEN", reason: "permission_missing" },
    }),
  );
  expect(JSON.stringify(told)).not.toContain(token);
});

it("tells of a stranger too", async () => {
  const told = await call("identity.me", browserHeaders("x".repeat(43)));
  expect(told).toContainEqual(
    expect.objectContaining({ channel: "security", code: "UNAUTHENTICATED", principal: "anonymous" }),
  );
});

it("leaves one line for each request: what, how it went, how long it took, and whose company it was about", async () => {
  const company = await createTenantWithCompany();
  const told = await call("tenancy.listBranches", browserHeaders(await sessionOf(company.owner)));
  expect(told).toEqual([
    expect.objectContaining({
      ...{ channel: "api", msg: "request", method: "GET", route: "/api/trpc/tenancy.listBranches", status: 200 },
      ...{ principal: "user", companyId: company.companyId, durationMs: expect.any(Number) },
    }),
  ]);
});

describe("what is shown and opens nothing leaves a line:", () => {
  const password = "correct horse battery";
  let company: TestCompany;
  let numbered = 0;
  beforeAll(async () => {
    company = await createTenantWithCompany();
  });

  /** What the security log says of a request. */
  const securityLines = (requestId: string) =>
    lines().filter((line) => line.requestId === requestId && line.channel === "security");
  async function expectLine(requestId: string, line: object) {
    await vi.waitUntil(() => securityLines(requestId).length > 0, { timeout: 60_000 });
    expect(securityLines(requestId)).toContainEqual(expect.objectContaining(line));
  }
  const newRequest = () => `refused-request-${++numbered}`;

  async function expectRefused(
    headers: Record<string, string>,
    [status, code]: [number, string],
    procedure = "apiKeys.list",
  ) {
    const requestId = newRequest();
    const sent = new Headers({ "sec-fetch-site": "same-origin", ...headers, "x-request-id": requestId });
    const response = await handleTrpc(new Request(`http://localhost:3000/api/trpc/${procedure}`, { headers: sent }));
    expect([response.status, (await response.json()).error.json.data.code]).toEqual([status, code]);
    await expectLine(requestId, { msg: "call refused", procedure, code });
    for (const secret of Object.values(headers)) expect(JSON.stringify(lines())).not.toContain(secret);
  }
  const withCookie = (token: string) => ({ cookie: `${SESSION_COOKIE}=${token}` });

  it("a broken cookie, and one of nobody", async () => {
    for (const token of ["%00-not-a-token", "y".repeat(43), "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."])
      await expectRefused(withCookie(token), [401, "UNAUTHENTICATED"]);
  });

  it("a token that is over, was ended, or belongs to somebody who is gone", async () => {
    const { id: userId } = await createUser(company);
    for (const data of [{ expiresAt: new Date(0) }, { revokedAt: new Date() }, { lastSeenAt: new Date(0) }]) {
      const token = await sessionOf({ userId });
      await platformClient().session.update({ where: { tokenHash: digest(token) }, data });
      await expectRefused(withCookie(token), [401, "UNAUTHENTICATED"]);
    }
    const token = await sessionOf({ userId });
    await platformClient().user.update({ where: { id: userId }, data: { deletedAt: new Date() } });
    await expectRefused(withCookie(token), [401, "UNAUTHENTICATED"]);
  });

  it("an open session whose role was lowered", async () => {
    const { id: userId } = await createUser(company);
    const token = await sessionOf({ userId });
    await platformClient().membership.updateMany({ where: { userId }, data: { roleId: ROLE_IDS.staff } });
    await expectRefused(withCookie(token), [403, "FORBIDDEN"]);
  });

  it("a key that was revoked, and one that names a company of others", async () => {
    const wish = { name: "Kasse", scopes: ["view_api_keys" as const], branchIds: [], expiresInDays: 1 };
    const foreign = await createTenantWithCompany();
    const { secret, apiKey } = await createApiKey(ownerOf(company, new Date()), wish);
    await expectRefused({ "x-api-key": secret, "x-company-id": foreign.companyId }, [404, "NOT_FOUND"]);
    await revokeApiKey(ownerOf(company, new Date()), { apiKeyId: apiKey.id });
    await expectRefused({ "x-api-key": secret }, [401, "UNAUTHENTICATED"]);
  });

  it("a code of the app that was used already, and a recovery code", async () => {
    const { id: userId, email } = await createUser(company, { passwordHash: await quickHash(password) });
    const { secret, codes } = await enrol({ userId }, company.companyId);
    const login = (two_factor_code: string | undefined, requestId: string) =>
      rest("POST /api/v2/auth/login", {
        body: { email, password, two_factor_code },
        headers: { "x-request-id": requestId },
      });
    for (const code of [codeAt(secret, Date.now() + 30_000), codes[0]]) {
      expect((await login(code, newRequest())).status).toBe(200);
      const requestId = newRequest();
      const again = await login(code, requestId);
      expect([again.status, again.body.error.code]).toEqual([401, "UNAUTHENTICATED"]);
      await expectLine(requestId, { msg: "sign-in refused", userId, reason: "wrong_code" });
      expect(JSON.stringify(lines())).not.toContain(code);
    }
  });

  it("a second step that was done already, and an account that has to wait", async () => {
    const { id: userId, email } = await createUser(company, { passwordHash: await quickHash(password) });
    const { codes } = await enrol({ userId }, company.companyId);
    const visitor = () => ({ ip: "192.0.2.77", requestId: newRequest() });
    const step = await beginSignIn(visitor(), { email, password });
    const challenge = step.kind === "challenge" ? step.challenge : "";
    await answerChallenge(visitor(), { challenge, code: codes[0] ?? "" });
    const again = visitor();
    await expect(answerChallenge(again, { challenge, code: codes[1] ?? "" })).rejects.toMatchObject({
      reason: "challenge_expired",
    });
    await expectLine(again.requestId, { msg: "sign-in refused", reason: "challenge_expired" });
    await platformClient().user.update({ where: { id: userId }, data: { lockedUntil: new Date(Date.now() + 60_000) } });
    const waiting = visitor();
    await expect(beginSignIn(waiting, { email, password })).rejects.toMatchObject({ code: "ACCOUNT_LOCKED" });
    await expectLine(waiting.requestId, { msg: "sign-in refused", userId, reason: "too_many_attempts" });
  });

  it("a link that is over or made up", async () => {
    const token = "z".repeat(43);
    for (const [path, input] of [
      ["links.resetPassword", { token, newPassword: "blaue wolken tanzen leise" }],
      ["links.confirmEmail", { token }],
    ] as const) {
      const requestId = newRequest();
      const init = {
        method: "POST",
        body: JSON.stringify({ json: input }),
        headers: browserHeaders(undefined, { "x-request-id": requestId, "content-type": "application/json" }),
      };
      expect((await handleTrpc(new Request(`http://localhost:3000/api/trpc/${path}`, init))).status).toBe(404);
      await expectLine(requestId, { msg: "call refused", procedure: path, reason: "link_invalid" });
    }
    const visitor = { ip: "192.0.2.78", requestId: newRequest() };
    await expect(redeemMagicLink(visitor, { token, isRemembered: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expectLine(visitor.requestId, { msg: "sign-in refused", reason: "link_invalid" });
    expect(JSON.stringify(lines())).not.toContain(token);
  });
});
