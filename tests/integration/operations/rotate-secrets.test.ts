import { randomBytes } from "node:crypto";
import { expect, it, vi } from "vitest";
import { decrypt, encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { newId } from "@/server/core/ids";
import { startCli } from "../../support/cli";
import { createTenantWithCompany } from "../../support/factories";

const COUNT = 400;
const SECRET = "planted-secret-";

/** A company with a key of its own, and many deliveries whose bodies are kept encrypted. */
async function plantSecrets() {
  const { companyId } = await createTenantWithCompany();
  const place = { column: "companies.retell_api_key_encrypted", rowId: companyId };
  await platformClient().company.update({
    where: { id: companyId },
    data: { retellApiKeyEncrypted: encrypt(`${SECRET}key`, place) },
  });
  const rows = Array.from({ length: COUNT }, (_, at) => {
    const id = newId();
    const payloadEncrypted = encrypt(`${SECRET}${at}`, { column: "webhook_logs.payload_encrypted", rowId: id });
    return { id, companyId, payloadEncrypted, source: "retell", isSignatureValid: true, responseStatus: 200 } as const;
  });
  await platformClient().webhookLog.createMany({ data: rows });
  return { companyId, ids: rows.map(({ id }) => id) };
}

const countUnder = (keyId: string) =>
  platformClient().webhookLog.count({ where: { payloadEncrypted: { startsWith: `v2.${keyId}.` } } });
const keyIdOf = (stored: string | null) => stored?.split(".")[1] ?? "";

it("is killed half-way, goes on where it stopped, and nothing is lost at any moment", async () => {
  const { companyId, ids } = await plantSecrets();
  const oldKeyId = keyIdOf(
    (await platformClient().webhookLog.findFirstOrThrow({ where: { companyId } })).payloadEncrypted,
  );
  const fresh = { ENCRYPTION_KEY: randomBytes(32).toString("base64"), ENCRYPTION_KEYS_OLD: env().ENCRYPTION_KEY };
  const rotate = (...args: string[]) => startCli(["secrets:rotate", "--json", ...args], fresh);

  const tried = await rotate("--dry-run").ended();
  expect(JSON.parse(tried.out).data.columns).toContainEqual(
    expect.objectContaining({ column: "webhook_logs.payload_encrypted", total: COUNT, rewritten: COUNT }),
  );
  expect(await countUnder(oldKeyId)).toBe(COUNT);

  const killed = rotate("--batch", "1");
  await expect.poll(() => countUnder(oldKeyId), { interval: 5 }).toBeLessThan(COUNT);
  killed.kill();
  await killed.ended();
  const left = await countUnder(oldKeyId);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(COUNT);

  // Meanwhile the application changes one of them, under the key that it was started with.
  const changedId = ids.at(-1) ?? "";
  const place = { column: "webhook_logs.payload_encrypted", rowId: changedId };
  await platformClient().webhookLog.update({
    where: { id: changedId },
    data: { payloadEncrypted: encrypt("newer", place) },
  });

  const finished = await rotate().ended();
  expect(finished.code).toBe(0);
  const { columns, remaining, unreadable } = JSON.parse(finished.out).data;
  expect({ remaining, unreadable }).toEqual({ remaining: 0, unreadable: [] });
  expect(columns).toContainEqual(
    expect.objectContaining({ column: "webhook_logs.payload_encrypted", rewritten: left }),
  );
  expect(await countUnder(oldKeyId)).toBe(0);
  expect(finished.out + finished.err).not.toContain(SECRET);

  await readsEverything({ companyId, ids, changedId, fresh });
}, 90_000);

/** What a process that has only the new key reads. */
async function readsEverything({
  companyId,
  ids,
  changedId,
  fresh,
}: {
  companyId: string;
  ids: string[];
  changedId: string;
  fresh: { ENCRYPTION_KEY: string };
}) {
  const rows = new Map(
    (await platformClient().webhookLog.findMany({ where: { companyId } })).map((row) => [row.id, row]),
  );
  const first = rows.get(ids[0] ?? "")?.payloadEncrypted ?? "";
  const column = "webhook_logs.payload_encrypted";
  expect(() => decrypt(first, { column, rowId: ids[0] ?? "" })).toThrow("unknown encryption key");
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEY", fresh.ENCRYPTION_KEY);
  const { decrypt: read } = await import("@/server/core/crypto");
  for (const [at, id] of ids.entries())
    expect(read(rows.get(id)?.payloadEncrypted ?? "", { column, rowId: id })).toBe(
      id === changedId ? "newer" : `${SECRET}${at}`,
    );
  vi.unstubAllEnvs();
}

it("names what no key opens, leaves it and says so by its exit code", async () => {
  const { companyId } = await createTenantWithCompany();
  const stolen = encrypt("x", { column: "companies.retell_api_key_encrypted", rowId: newId() });
  await platformClient().company.update({ where: { id: companyId }, data: { retellApiKeyEncrypted: stolen } });
  const { code, out } = await startCli(["secrets:rotate", "--json"]).ended();
  expect(code).toBe(1);
  expect(JSON.parse(out).data.unreadable).toContain(`companies.retell_api_key_encrypted of ${companyId}`);
  const after = await platformClient().company.findUniqueOrThrow({ where: { id: companyId } });
  expect(after.retellApiKeyEncrypted).toBe(stolen);
}, 30_000);
