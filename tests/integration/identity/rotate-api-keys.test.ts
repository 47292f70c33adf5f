import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/server/identity/api-keys/commands/revoke-api-key";
import { rotateApiKey } from "@/server/identity/api-keys/commands/rotate-api-key";
import { findApiKey } from "@/server/identity/api-keys/queries/find-api-key";
import { listApiKeys } from "@/server/identity/api-keys/queries/list-api-keys";
import { createApiKeyInput } from "@/server/identity/api-keys/schema";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

let ours: TestCompany;
let theirs: TestCompany;
beforeAll(async () => {
  [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
});

const wish = (scopes: string[], more: { branchIds?: string[]; expiresInDays?: number } = {}) =>
  createApiKeyInput.parse({ name: "Kassensystem", scopes, ...more });

const owner = (company: TestCompany, now = new Date()) => ownerOf(company, now);

async function callerWith(headers: Record<string, string>) {
  return createCallerFactory(appRouter)(await createContext(new Headers(headers)));
}

const withKey = (secret: string) => callerWith({ "x-api-key": secret });

/** What a refusal says; an answer is no refusal. */
async function reasonOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => "answered",
    (error: Error) => error.message,
  );
}

describe("rotation", () => {
  const rotation = { overlapHours: 24, expiresInDays: 90 };

  it("lets the old key work beside the new one until the overlap ends", async () => {
    const now = new Date();
    const old = await createApiKey(owner(ours, now), wish(["view_customers"]));
    const fresh = await rotateApiKey(owner(ours, now), { apiKeyId: old.apiKey.id, ...rotation });
    for (const { secret } of [old, fresh])
      expect(await reasonOf((await withKey(secret)).customers.list({}))).toBe("answered");
    const listed = await listApiKeys(owner(ours));
    expect(listed.find(({ id }) => id === old.apiKey.id)).toMatchObject({
      status: "ending",
      expiresAt: new Date(now.getTime() + 24 * HOUR),
    });
    await platformClient().apiKey.update({
      where: { id: old.apiKey.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await reasonOf((await withKey(old.secret)).customers.list({}))).toBe("signed_out");
    expect(await reasonOf((await withKey(fresh.secret)).customers.list({}))).toBe("answered");
  });

  it("ends the old key at once without an overlap, and never prolongs it", async () => {
    const old = await createApiKey(owner(ours), wish(["view_customers"]));
    await rotateApiKey(owner(ours), { apiKeyId: old.apiKey.id, ...rotation, overlapHours: 0 });
    expect(await findApiKey(old.secret)).toBeNull();
    const short = await createApiKey(owner(ours), wish(["view_customers"], { expiresInDays: 1 }));
    await rotateApiKey(owner(ours), { apiKeyId: short.apiKey.id, ...rotation, overlapHours: 168 });
    const row = await platformClient().apiKey.findUniqueOrThrow({ where: { id: short.apiKey.id } });
    expect(row.expiresAt).toEqual(short.apiKey.expiresAt);
  });

  it("happens once, however many try at the same time", async () => {
    const old = await createApiKey(owner(ours), wish(["view_customers"]));
    const tries = Array.from({ length: 5 }, () => rotateApiKey(owner(ours), { apiKeyId: old.apiKey.id, ...rotation }));
    const outcomes = await Promise.all(tries.map((rotated) => reasonOf(rotated)));
    expect(outcomes.filter((outcome) => outcome === "answered")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.includes("api_key_ending"))).toHaveLength(4);
  });

  it("needs everything that the key holds, and no other company's key", async () => {
    const old = await createApiKey(owner(ours), wish(["view_balance"]));
    const manager = { ...owner(ours), permissions: new Set(["rotate_api_keys"]) };
    await expect(rotateApiKey(manager, { apiKeyId: old.apiKey.id, ...rotation })).rejects.toMatchObject({
      reason: "scope_not_held",
    });
    for (const change of [
      () => rotateApiKey(owner(theirs), { apiKeyId: old.apiKey.id, ...rotation }),
      () => revokeApiKey(owner(theirs), { apiKeyId: old.apiKey.id }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "NOT_FOUND", reason: "api_key_not_found" });
    expect(await findApiKey(old.secret)).not.toBeNull();
  });
});
