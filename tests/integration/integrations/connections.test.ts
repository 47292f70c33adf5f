import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { findApiKey } from "@/server/calcom/repository/connection";
import { platformClient } from "@/server/core/db";
import { transact } from "@/server/core/transact";
import { keepCredential, removeCredential, setCredential } from "@/server/integrations/commands/set-credential";
import { testConnection } from "@/server/integrations/commands/test-connection";
import { listConnections } from "@/server/integrations/queries/list-connections";
import type { ConnectedProvider } from "@/server/integrations/schema";
import type { RunningSandbox } from "@/server/sandbox/start-sandbox";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { startProviders } from "../../support/providers";
import { contextOf } from "../../support/signed-in";

const CALCOM_KEY = "cal_live_right_0123456789";
const WRONG_KEY = "cal_live_wrong_0123456789";

let sandbox: RunningSandbox;
let salon: TestCompany;

beforeAll(async () => {
  sandbox = await startProviders({ calcomApiKeys: [CALCOM_KEY] });
  salon = await createTenantWithCompany();
});
afterAll(() => sandbox.stop());

const own = () => ownerOf(salon, new Date());
const outcomeAt = async (provider: ConnectedProvider) => (await testConnection(own(), { provider })).outcome;
const connectionTo = async (provider: ConnectedProvider) =>
  (await listConnections(own())).find((connection) => connection.provider === provider);
const setKey = (credential: string, provider: ConnectedProvider = "calcom") =>
  keepCredential(own(), { provider, field: "apiKey", credential });

describe("a test of the connection", () => {
  it.each(["retell", "resend", "twilio"] as const)("says that the platform's account at %s works", async (provider) => {
    expect(await outcomeAt(provider)).toBe("works");
    expect(await connectionTo(provider)).toMatchObject({ source: "platform", status: "connected", lastError: null });
  });

  it("says that nothing is set up", async () => {
    expect(await outcomeAt("calcom")).toBe("not_set_up");
    expect(await connectionTo("calcom")).toMatchObject({ source: "none", lastCheckedAt: null });
  });

  it("tells a key that is refused from a provider that can't be reached", async () => {
    await setKey(WRONG_KEY);
    expect(await outcomeAt("calcom")).toBe("key_refused");
    expect(await connectionTo("calcom")).toMatchObject({ source: "own", status: "error", lastError: "answered 401" });
    await setKey("key_retell_of_nobody_123", "retell");
    expect(await outcomeAt("retell")).toBe("key_refused");
  });

  it("is in the audit log, whatever came of it", async () => {
    const { companyId } = await createTenantWithCompany();
    const company = { ...salon, companyId };
    await testConnection(ownerOf(company), { provider: "calcom" });
    const entry = await platformClient().activityLog.findFirst({ where: { companyId } });
    expect(entry).toMatchObject({
      action: "test_integrations",
      newValues: { provider: "calcom", outcome: "not_set_up" },
    });
  });
});

describe("a credential", () => {
  it("is used from then on, shown by its end, and kept readable nowhere", async () => {
    await setKey(CALCOM_KEY);
    expect(await outcomeAt("calcom")).toBe("works");
    expect(await transact(own(), (tx) => findApiKey(tx))).toBe(CALCOM_KEY);
    const connection = await connectionTo("calcom");
    expect(connection?.credentials).toEqual([
      { field: "apiKey", isSet: true, hint: "6789", setAt: expect.any(Date) },
      { field: "webhookSecret", isSet: false, hint: "", setAt: null },
    ]);
    expect(JSON.stringify(await listConnections(own()))).not.toContain(CALCOM_KEY);
    const log = await platformClient().activityLog.findMany({ where: { companyId: salon.companyId } });
    expect(log.some(({ action }) => action === "edit_integrations")).toBe(true);
    const stored = await platformClient().company.findUniqueOrThrow({ where: { id: salon.companyId } });
    const text = JSON.stringify([log, stored], (_, value) => (typeof value === "bigint" ? Number(value) : value));
    expect(text).not.toContain(CALCOM_KEY);
  });

  it("is forgotten, and the platform's takes its place where there is one", async () => {
    await removeCredential(own(), { provider: "retell", field: "apiKey" });
    expect(await outcomeAt("retell")).toBe("works");
    expect(await connectionTo("retell")).toMatchObject({
      source: "platform",
      credentials: [{ isSet: false, setAt: null }],
    });
  });

  it("is not kept for a provider that takes the platform's", async () => {
    await expect(setKey("re_of_my_own_0123456789", "resend")).rejects.toMatchObject({ reason: "credential_not_kept" });
  });

  it("of Cal.com is set and removed where it is checked first", async () => {
    const which = { provider: "calcom", field: "apiKey" } as const;
    const before = await connectionTo("calcom");
    const elsewhere = { code: "PRECONDITION_FAILED", reason: "connected_elsewhere" };
    await expect(setCredential(own(), { ...which, credential: "cal_of_nobody_0123456789" })).rejects.toMatchObject(
      elsewhere,
    );
    await expect(removeCredential(own(), which)).rejects.toMatchObject(elsewhere);
    expect((await connectionTo("calcom"))?.credentials).toEqual(before?.credentials);
  });

  it("is set by nobody who has not just proved who they are, and not by a manager", async () => {
    const context = await contextOf(salon.owner);
    const stale = {
      ...context,
      session: context.session && { ...context.session, authenticatedAt: "2026-01-01T00:00:00.000Z" },
    };
    const input = { provider: "retell", field: "apiKey", credential: CALCOM_KEY } as const;
    const callAs = (caller: typeof context) => appRouter.createCaller(caller).integrations.setCredential(input);
    await expect(callAs(stale)).rejects.toMatchObject({ cause: { failure: { code: "REAUTHENTICATION_REQUIRED" } } });
    await callAs(context);
    const manager = await createUser(salon, { role: "manager" });
    await expect(callAs(await contextOf({ userId: manager.id }))).rejects.toMatchObject({
      cause: { failure: { code: "FORBIDDEN" } },
    });
  });

  it.each(["short", "with space 12345", "x".repeat(501), "zeile\nzwei-123456"])(
    "is refused when it can't be one: %j",
    async (credential) => {
      const caller = appRouter.createCaller(await contextOf(salon.owner));
      const attempt = caller.integrations.setCredential({ provider: "calcom", field: "apiKey", credential });
      await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
    },
  );
});

it("says that a provider can't be reached, at once and without its address", async () => {
  await setKey(CALCOM_KEY);
  await sandbox.stop();
  expect(await outcomeAt("calcom")).toBe("unreachable");
  expect(await connectionTo("calcom")).toMatchObject({ status: "degraded", lastError: "no answer" });
});
