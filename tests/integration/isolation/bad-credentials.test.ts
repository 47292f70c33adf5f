import { beforeAll, describe, expect, it } from "vitest";
import { handleRest } from "@/server/api/rest/rest-door";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { handleTrpc } from "@/server/api/trpc-door";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { sessionOf } from "../../support/signed-in";

let company: TestCompany;
let living: string;
beforeAll(async () => {
  company = await createTenantWithCompany();
  living = await sessionOf(company.owner);
});

const byTrpc = (headers: HeadersInit) =>
  handleTrpc(new Request("http://localhost:3000/api/trpc/identity.me", { headers }));
const byRest = (headers: HeadersInit) => handleRest(new Request("http://localhost:3000/api/v2/auth/me", { headers }));

async function expectStranger(headers: HeadersInit) {
  for (const response of [await byTrpc(headers), await byRest(headers)]) {
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('"UNAUTHENTICATED"');
  }
}

/** A session of the owner's, with its row changed. */
async function sessionWith(data: { expiresAt?: Date; revokedAt?: Date; lastSeenAt?: Date }): Promise<string> {
  const token = await sessionOf(company.owner);
  await platformClient().session.update({ where: { tokenHash: digest(token) }, data });
  return token;
}

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);

it("knows the owner by a living session", async () => {
  expect((await byTrpc({ cookie: `${SESSION_COOKIE}=${living}` })).status).toBe(200);
});

describe("takes for a stranger whoever sends", () => {
  const odd = [
    "",
    "x",
    "null",
    "undefined",
    "{}",
    "%00",
    "%",
    "a".repeat(43),
    "a".repeat(8000),
    "../../x",
    "' OR '1'='1",
  ];

  it.each([...odd, "__proto__", "=".repeat(20), "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."])(
    "the cookie or token %j",
    async (token) => {
      await expectStranger({ cookie: `${SESSION_COOKIE}=${token}` });
      await expectStranger({ authorization: `Bearer ${token}` });
      await expectStranger({ "x-api-key": token || "-" });
    },
  );

  it("a token that was changed by one character, cut, or made longer", async () => {
    const flipped = (living[0] === "A" ? "B" : "A") + living.slice(1);
    for (const token of [flipped, living.slice(1), `${living}A`, living.toUpperCase()])
      await expectStranger({ cookie: `${SESSION_COOKIE}=${token}` });
  });

  it.each([`${SESSION_COOKIE}`, "=", ";;;=;", `x${SESSION_COOKIE}=y`, `${SESSION_COOKIE}="quoted"`])(
    "cookies that are none (%s)",
    (cookie) => expectStranger({ cookie }),
  );

  it.each(["Basic b3duZXI6eA==", "Bearer", "Bearer  ", "bearer\tx", "Token x", "Bearer a b"])(
    "another kind of authorization (%s)",
    (authorization) => expectStranger({ authorization }),
  );

  it("a living cookie beside a token that is none: what is said explicitly counts", async () => {
    await expectStranger({ cookie: `${SESSION_COOKIE}=${living}`, authorization: "Bearer x" });
  });

  it("a session that is over, revoked, or was left alone for too long", async () => {
    const tokens = [{ expiresAt: ago(1) }, { revokedAt: ago(1) }, { lastSeenAt: ago(3) }].map(sessionWith);
    for (const token of await Promise.all(tokens)) await expectStranger({ cookie: `${SESSION_COOKIE}=${token}` });
  });

  it("a session of somebody who is gone", async () => {
    const { id: userId } = await createUser(company);
    const token = await sessionOf({ userId });
    await platformClient().user.update({ where: { id: userId }, data: { deletedAt: new Date() } });
    await expectStranger({ cookie: `${SESSION_COOKIE}=${token}` });
  });
});

it("does less from the next call on for somebody whose role was lowered", async () => {
  const { id: userId } = await createUser(company);
  const token = await sessionOf({ userId });
  const listKeys = () =>
    handleTrpc(
      new Request("http://localhost:3000/api/trpc/apiKeys.list", { headers: { cookie: `${SESSION_COOKIE}=${token}` } }),
    );
  expect((await listKeys()).status).toBe(200);
  const staff = await platformClient().role.findFirstOrThrow({ where: { key: "staff", companyId: null } });
  await platformClient().membership.updateMany({ where: { userId }, data: { roleId: staff.id } });
  expect((await listKeys()).status).toBe(403);
});
