import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { hearEvents } from "@/server/api/live";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { LIVE_READY } from "@/server/core/live";
import { signIn } from "@/server/identity/commands/sign-in";
import { findSession } from "@/server/identity/queries/find-session";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { endSessions } from "@/server/identity/sessions/commands/end-sessions";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";
import { browserOf } from "@/tests/support/second-factor";
import { browserHeaders, sessionOf } from "@/tests/support/signed-in";

const password = "correct horse battery";
const callerOf = createCallerFactory(appRouter);
let passwordHash: string;
let ours: TestCompany;

beforeAll(async () => {
  passwordHash = await quickHash(password);
  ours = await createTenantWithCompany();
});

const newUser = async () => {
  const { id: userId, email } = await createUser(ours, { passwordHash });
  return { userId, email };
};
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const ageProof = (sessionId: string | undefined, minutes: number) =>
  platformClient().session.update({ where: { id: sessionId }, data: { authenticatedAt: minutesAgo(minutes) } });

describe("the list of devices", () => {
  it("names each as its owner would, the present one first, and nobody else's", async () => {
    const user = await newUser();
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    await signIn({ ip: "203.0.113.5", userAgent: phone }, { email: user.email, password, isRemembered: true });
    await sessionOf(ours.owner, ours.companyId);
    const { call, context } = await browserOf(user, ours.companyId);
    expect(await call.sessions.list()).toEqual([
      expect.objectContaining({ id: context.session?.sessionId, isCurrent: true }),
      expect.objectContaining({
        ...{ browser: "Safari", system: "iPhone", ip: "203.0.113.5", kind: "portal" },
        ...{ isRemembered: true, isCurrent: false },
      }),
    ]);
  });

  it("leaves out sessions that have ended, expired or were idle for too long", async () => {
    const user = await newUser();
    for (const data of [
      { revokedAt: new Date() },
      { expiresAt: minutesAgo(1) },
      { lastSeenAt: minutesAgo(121) },
      { lastSeenAt: minutesAgo(119) },
    ]) {
      const session = await findSession(await sessionOf(user, ours.companyId));
      await platformClient().session.update({ where: { id: session?.sessionId }, data });
    }
    const { call } = await browserOf(user, ours.companyId);
    expect(await call.sessions.list()).toHaveLength(2);
  });
});

describe("ending sessions", () => {
  it("refuses a revoked one at its next request, and the company hears who did it", async () => {
    const user = await newUser();
    const other = await sessionOf(user, ours.companyId);
    const { call } = await browserOf(user, ours.companyId);
    const sessionId = (await findSession(other))?.sessionId ?? "";
    await call.sessions.revoke({ sessionId });
    const elsewhere = callerOf(await createContext(browserHeaders(other)));
    await expect(elsewhere.identity.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(call.identity.me()).resolves.toMatchObject({ user: { id: user.userId } });
    const entry = await platformClient().activityLog.findFirstOrThrow({
      where: { companyId: ours.companyId, action: "revoke_session", subjectId: user.userId },
    });
    expect(entry.newValues).toEqual({ sessionId });
    await expect(call.sessions.revoke({ sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not know the sessions of others", async () => {
    const [mine, theirs] = [await newUser(), await newUser()];
    const token = await sessionOf(theirs, ours.companyId);
    const { call } = await browserOf(mine, ours.companyId);
    const sessionId = (await findSession(token))?.sessionId ?? "";
    await expect(call.sessions.revoke({ sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findSession(token)).not.toBeNull();
  });

  it("ends all others at once and keeps this one", async () => {
    const user = await newUser();
    const others = [await sessionOf(user, ours.companyId), await sessionOf(user, ours.companyId)];
    const { call, context } = await browserOf(user, ours.companyId);
    expect(await call.sessions.revokeOthers()).toEqual({ count: 2 });
    for (const token of others) expect(await findSession(token)).toBeNull();
    expect(await findSession(context.token)).not.toBeNull();
  });

  it("ends an open stream as soon as its session ends, and leaves the streams of others open", async () => {
    const [user, colleague] = [await newUser(), await newUser()];
    const leave = new AbortController();
    const open = async (who: { userId: string }) => {
      const session = await findSession(await sessionOf(who, ours.companyId));
      const { companyId } = ours;
      const facts = { companyId, activeCompanyId: companyId, permissions: ROLE_PERMISSIONS.admin, roleKey: "admin" };
      const listener = { ...facts, sessionId: session?.sessionId ?? "", ip: undefined, isRestricted: false };
      // The regular look comes too late for this test: only the database's word can end it in time.
      const events = hearEvents({ ...listener, signal: leave.signal, recheckMs: 3_600_000 });
      expect((await events.next()).value).toMatchObject({ name: LIVE_READY });
      return events;
    };
    const [ending, staying] = [await open(user), await open(colleague)];
    const ended = expect(ending.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "signed_out" });
    const next = staying.next();
    await endSessions({ userId: user.userId, reason: "password_changed" });
    await ended;
    await platformClient().outboxEvent.create({
      data: { id: crypto.randomUUID(), companyId: ours.companyId, name: "call/ended", payload: {} },
    });
    expect((await next).value).toMatchObject({ name: "call/ended" });
    leave.abort();
    await staying.next();
  });
});

describe("proving again who one is", () => {
  const edit = { twoFactorRoles: [], ipAllowlist: [] };

  it("is asked for ten minutes after signing in, and not before", async () => {
    const { call, context } = await browserOf(ours.owner, ours.companyId);
    await expect(call.companySecurity.update(edit)).resolves.toBeUndefined();
    for (const [minutes, isRefused] of [
      [9, false],
      [11, true],
    ] as const) {
      await ageProof(context.session?.sessionId, minutes);
      const later = callerOf(await createContext(browserHeaders(context.token)));
      const attempt = later.companySecurity.update(edit);
      if (isRefused) await expect(attempt).rejects.toThrow("proof_too_old");
      else await expect(attempt).resolves.toBeUndefined();
    }
  });

  it("takes the password, gives the session a new token, and lets the call through", async () => {
    const user = await newUser();
    const { call, context, newToken } = await browserOf(user, ours.companyId);
    await ageProof(context.session?.sessionId, 60);
    await call.identity.reauthenticate({ password });
    expect(await findSession(context.token)).toBeNull();
    const renewed = await createContext(browserHeaders(newToken()));
    expect(renewed.session?.sessionId).toBe(context.session?.sessionId);
    await expect(callerOf(renewed).companySecurity.update(edit)).resolves.toBeUndefined();
  });

  it("refuses a wrong password, which counts towards the waiting time, and keeps the token", async () => {
    const user = await newUser();
    const { call, context } = await browserOf(user, ours.companyId);
    for (let tries = 0; tries < 5; tries++)
      await expect(call.identity.reauthenticate({ password: "wrong" })).rejects.toThrow("wrong_proof");
    await expect(call.identity.reauthenticate({ password })).rejects.toThrow("too_many_attempts");
    expect(await findSession(context.token)).not.toBeNull();
    await expect(call.identity.reauthenticate({})).rejects.toThrow();
  });

  it("is written to the company's log, right or wrong, and with which proof", async () => {
    const user = await newUser();
    const { call } = await browserOf(user, ours.companyId);
    await expect(call.identity.reauthenticate({ password: "wrong" })).rejects.toThrow("wrong_proof");
    await call.identity.reauthenticate({ password });
    const entries = await platformClient().activityLog.findMany({
      where: { companyId: ours.companyId, subjectId: user.userId },
      orderBy: { sequence: "asc" },
    });
    const actor = expect.objectContaining({ kind: "user", userId: user.userId });
    const shared = { logName: "security", actor, newValues: { method: "password" } };
    expect(entries).toMatchObject([
      { action: "refuse_identity", ...shared },
      { action: "confirm_identity", ...shared },
    ]);
  });

  it("takes no code from somebody who has no second factor", async () => {
    const { call } = await browserOf(await newUser(), ours.companyId);
    await expect(call.identity.reauthenticate({ code: "123456" })).rejects.toThrow("wrong_proof");
  });
});
