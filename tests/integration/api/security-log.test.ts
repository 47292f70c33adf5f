import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { handleTrpc } from "@/server/api/trpc-door";
import { createTenantWithCompany, createUser } from "../../support/factories";
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
  await vi.waitUntil(() => told().some(({ msg }) => msg === "request"));
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
