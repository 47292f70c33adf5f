import { beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { signIn } from "@/server/identity/commands/sign-in";
import { forgetWhatIsOver } from "@/server/operations/commands/forget-what-is-over";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";

let company: TestCompany;
let userId: string;
beforeAll(async () => {
  company = await createTenantWithCompany();
  ({ userId } = company.owner);
});

const ago = (days: number) => new Date(Date.now() - days * DAY);
const db = platformClient();

/** One row of a kind that is over for so many days, and whether it is still there. */
type Kind = (days: number) => Promise<() => Promise<unknown>>;
const KINDS: Record<string, { kept: number; forgotten: number; make: Kind }> = {
  "a session that was ended": {
    ...{ kept: 29, forgotten: 31 },
    make: async (days) => {
      const id = newId();
      const data = { id, userId, tokenHash: id, expiresAt: ago(-3), revokedAt: ago(days) };
      await db.session.create({ data });
      return () => db.session.findUnique({ where: { id } });
    },
  },
  "a session that ran out": {
    ...{ kept: 29, forgotten: 31 },
    make: async (days) => {
      const id = newId();
      await db.session.create({ data: { id, userId, tokenHash: id, expiresAt: ago(days), isRemembered: true } });
      return () => db.session.findUnique({ where: { id } });
    },
  },
  "a session that nobody used": {
    ...{ kept: 29, forgotten: 31 },
    make: async (days) => {
      const id = newId();
      await db.session.create({ data: { id, userId, tokenHash: id, expiresAt: ago(-3), lastSeenAt: ago(days) } });
      return () => db.session.findUnique({ where: { id } });
    },
  },
  "an attempt to sign in": {
    ...{ kept: 29, forgotten: 31 },
    make: async (days) => {
      const id = newId();
      await db.loginAttempt.create({
        data: { id, email: `${id}@example.com`, succeeded: false, createdAt: ago(days) },
      });
      return () => db.loginAttempt.findUnique({ where: { id } });
    },
  },
  "an answer that was kept for a repeat": {
    ...{ kept: -1, forgotten: 1 },
    make: async (days) => {
      const id = newId();
      const key = { companyId: company.companyId, scope: "test", key: id, requestHash: "x", responseStatus: 200 };
      await db.idempotencyKey.create({ data: { id, ...key, expiresAt: ago(days) } });
      return () => db.idempotencyKey.findUnique({ where: { id } });
    },
  },
  "a fact that was published": {
    ...{ kept: 6, forgotten: 8 },
    make: async (days) => {
      const id = newId();
      const data = { id, companyId: company.companyId, name: "call/ended", payload: {}, publishedAt: ago(days) };
      await db.outboxEvent.create({ data });
      return () => db.outboxEvent.findUnique({ where: { id } });
    },
  },
  "a comparison with Cal.com": {
    ...{ kept: 89, forgotten: 91 },
    make: async (days) => {
      const { id } = await createRun(days);
      return () => db.calcomSyncRun.findUnique({ where: { id } });
    },
  },
  "what was found to differ there": {
    ...{ kept: 89, forgotten: 91 },
    make: async (days) => {
      const id = newId();
      const found = { kind: "time_mismatch", strategy: "newest_wins", detectedAt: ago(days), resolvedAt: ago(days) };
      const theirs = { customerName: "Nina Neu" };
      const data = { id, companyId: company.companyId, state: "resolved", ...found, theirs } as const;
      await db.calcomDrift.create({ data });
      return () => db.calcomDrift.findUnique({ where: { id } });
    },
  },
  "what a webhook brought": {
    ...{ kept: 29, forgotten: 31 },
    make: async (days) => {
      const id = newId();
      const log = {
        source: "retell",
        isSignatureValid: true,
        responseStatus: 204,
        payload: { phone: "+49…" },
      } as const;
      await db.webhookLog.create({ data: { id, ...log, receivedAt: ago(days) } });
      return async () => (await db.webhookLog.findUniqueOrThrow({ where: { id } })).payload;
    },
  },
};

function createRun(days: number) {
  const window = { windowFrom: ago(days), windowUntil: ago(days - 1), position: ago(days - 1) };
  const run = { kind: "window", state: "finished", startedAt: ago(days), endedAt: ago(days), actor: {} } as const;
  return db.calcomSyncRun.create({ data: { id: newId(), companyId: company.companyId, ...run, ...window } });
}

it.each(Object.entries(KINDS))(
  "%s is forgotten in its time, and not before",
  async (_what, { kept, forgotten, make }) => {
    const [fresh, old] = [await make(kept), await make(forgotten)];
    await forgetWhatIsOver();
    await forgetWhatIsOver();
    expect(await fresh()).not.toBeNull();
    expect(await old()).toBeNull();
  },
);

it("never forgets a session that is in use, nor a fact that is still to be published", async () => {
  const [sessionId, eventId] = [newId(), newId()];
  const open = { userId, tokenHash: sessionId, expiresAt: ago(-20), createdAt: ago(400), lastSeenAt: ago(0) };
  await db.session.create({ data: { id: sessionId, ...open } });
  const event = { companyId: company.companyId, name: "call/ended", payload: {}, createdAt: ago(40) };
  await db.outboxEvent.create({ data: { id: eventId, ...event } });
  await forgetWhatIsOver();
  expect(await db.session.count({ where: { id: sessionId } })).toBe(1);
  expect(await db.outboxEvent.count({ where: { id: eventId } })).toBe(1);
});

it("never forgets a difference that waits for a person, nor the comparison that found it", async () => {
  const { id: runId } = await createRun(200);
  const id = newId();
  const found = { kind: "time_mismatch", strategy: "manual", state: "open", detectedAt: ago(200) } as const;
  await db.calcomDrift.create({ data: { id, companyId: company.companyId, runId, ...found } });
  await forgetWhatIsOver();
  expect(await db.calcomDrift.count({ where: { id, runId } })).toBe(1);
});

it("goes on until nothing is left, however much there is", async () => {
  const ids = Array.from({ length: 7 }, () => newId());
  const rows = ids.map((id) => ({ id, email: "x@example.com", succeeded: false, createdAt: ago(50) }));
  await db.loginAttempt.createMany({ data: rows });
  expect((await forgetWhatIsOver({ batch: 2 })).login_attempts).toBeGreaterThanOrEqual(7);
  expect(await db.loginAttempt.count({ where: { id: { in: ids } } })).toBe(0);
});

it("still tells somebody of a new device when none of their old sessions is left", async () => {
  const password = "correct horse battery";
  const user = await createUser(company, { passwordHash: await quickHash(password), lastLoginAt: ago(200) });
  await signIn({ ip: "203.0.113.99", userAgent: "Test" }, { email: user.email, password });
  const mails = await db.accountMail.findMany({ where: { userId: user.id } });
  expect(mails.map(({ kind }) => kind)).toEqual(["new_device"]);
});
