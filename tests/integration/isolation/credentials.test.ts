import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import "../../support/closed-providers";
import { callProcedure } from "../../support/every-procedure";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { fieldsOf, isRow, type Procedure, procedures, rowOf, toField } from "../../support/walk";
import { createRows } from "../../support/walk-rows";
import { PLAIN } from "../../support/walk-values";

const PLANTED = "planted-credential-";

let token: string;
let ours: Awaited<ReturnType<typeof createRows>>;
/** Everything that must not come out: each secret, and what is stored of it. */
const hidden: string[] = [];

/** A secret of its own in every column that can hold one, in every row. */
async function plantEverywhere(): Promise<number> {
  const columns = await platformClient().$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%\_encrypted'`;
  for (const { table, column } of columns) {
    const rows = await platformClient().$queryRaw<{ id: string }[]>`SELECT id::text FROM ${Prisma.raw(`"${table}"`)}`;
    for (const { id } of rows) {
      const secret = `${PLANTED}${table}-${column}-${id}`;
      const stored = encrypt(secret, { column: `${table}.${column}`, rowId: id });
      hidden.push(secret, stored);
      await platformClient().$executeRaw`
        UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${column}"`)} = ${stored} WHERE id = ${id}::uuid`;
    }
  }
  return columns.length;
}

beforeAll(async () => {
  ours = await createRows();
  const { companyId } = ours.rows;
  // Somebody of the company to whom the platform is open as well: nobody sees more.
  const { userId } = ours.bookable.company.owner;
  token = await sessionOf({ userId });
  await platformClient().user.update({ where: { id: userId }, data: { isPlatformAdmin: true } });
  await platformClient().session.updateMany({ where: { userId }, data: { secondFactorAt: new Date() } });
  for (const provider of ["calcom", "retell", "twilio"] as const)
    await platformClient().integration.create({ data: { id: newId(), companyId, provider, status: "connected" } });
  const delivery = { source: "retell", isSignatureValid: true, responseStatus: 200 } as const;
  await platformClient().webhookLog.create({ data: { id: newId(), companyId, ...delivery } });
  const webhook = { url: "https://example.com/x", events: [], secretEncrypted: "-" };
  await platformClient().outboundWebhook.create({ data: { id: newId(), companyId, ...webhook } });
  expect(await plantEverywhere()).toBeGreaterThan(8);
  // What was delivered is no credential: it is shown to whoever may see deliveries, and nothing planted can be decrypted.
  await platformClient().webhookLog.updateMany({ where: { companyId }, data: { payloadEncrypted: null } });
  expect(hidden.length).toBeGreaterThan(16);
  const hashes = await platformClient().$queryRaw<{ hash: string }[]>`
    SELECT token_hash AS hash FROM portal_sessions UNION ALL SELECT key_hash FROM api_keys UNION ALL SELECT token_hash FROM invitations
    UNION ALL SELECT password_hash FROM users WHERE password_hash IS NOT NULL`;
  hidden.push(...hashes.map(({ hash }) => hash));
});

function inputFor(procedure: Procedure): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  return Object.fromEntries(
    needed.map(({ field }) => [field, isRow(field) ? toField(field, rowOf(field, ours.rows)) : PLAIN[field]]),
  );
}

/** They ask the other side with the company's key; what they say when nobody answers must not name it either. */
const ASKING_OUTSIDE = ["calcomConnection.listTeams", "calcomMapping.get", "downloads.recording"];

/** Also what a refusal carries along: its causes, their requests and whatever hangs on them. */
async function everythingOf(asked: Promise<unknown>): Promise<string> {
  const refusal = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Error);
  return inspect(refusal, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null });
}

describe("no door gives away what it was entrusted with", () => {
  it.each(procedures.filter(([, { _def }]) => _def.type === "query"))("%s", async (path, procedure) => {
    const asked = callProcedure(await createContext(browserHeaders(token)), path, inputFor(procedure));
    const text = ASKING_OUTSIDE.includes(path) ? await everythingOf(asked) : (JSON.stringify(await asked) ?? "");
    for (const secret of hidden) expect(text).not.toContain(secret);
    expect(text).not.toContain(PLANTED);
  });

  it("would notice", async () => {
    const row = await platformClient().company.findUniqueOrThrow({ where: { id: ours.rows.companyId } });
    expect(hidden.some((secret) => JSON.stringify(row).includes(secret))).toBe(true);
    const cause = Object.assign(new Error("401"), { request: { headers: { authorization: `Bearer ${PLANTED}` } } });
    expect(await everythingOf(Promise.reject(new Error("refused", { cause })))).toContain(PLANTED);
  });
});
