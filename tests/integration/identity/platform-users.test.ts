import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { signIn } from "@/server/identity/commands/sign-in";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { callerFor, callerWith, chainOf, createOperator } from "../../support/operators";
import { quickHash } from "../../support/quick-hash";
import { contextOf } from "../../support/signed-in";

const REASON = "Auf Wunsch der Inhaberin am Telefon";
const PASSWORD = "correct horse battery staple";

let ours: TestCompany;
let person: Awaited<ReturnType<typeof createUser>>;
let platform: Awaited<ReturnType<typeof callerWith>>["platform"];
beforeEach(async () => {
  ours = await createTenantWithCompany();
  person = await createUser(ours, { passwordHash: await quickHash(PASSWORD) });
  platform = (await callerWith((await createOperator()).token)).platform;
});

const visitor = () => ({ requestId: "r", ip: "203.0.113.9", userAgent: "Test" });
const enter = () => signIn(visitor(), { email: person.email, password: PASSWORD });

it("finds people by name and address, and shows where they work and are signed in", async () => {
  await contextOf({ userId: person.id });
  const found = await platform.users.list({ search: person.email });
  expect(found.items).toMatchObject([{ id: person.id, isOperator: false, isLocked: false }]);
  const details = await platform.users.get({ userId: person.id });
  expect(details).toMatchObject({ memberships: [{ companyId: ours.companyId, role: "admin" }], sessions: [{}] });
  expect(JSON.stringify(details)).not.toContain("passwordHash");
});

it("locks an account for good, signs it out, and tells the company", async () => {
  const signedIn = await contextOf({ userId: person.id });
  await platform.users.lock({ userId: person.id, reason: REASON });
  await expect(enter()).rejects.toMatchObject({ code: "ACCOUNT_LOCKED" });
  await expect(enter()).rejects.toMatchObject({ code: "ACCOUNT_LOCKED" });
  const session = await platformClient().session.findFirstOrThrow({ where: { userId: person.id } });
  expect(signedIn.session?.sessionId).toBe(session.id);
  expect(session).toMatchObject({ revokedReason: "locked" });
  expect((await chainOf(ours.companyId)).at(-1)).toMatchObject({ action: "lock_users", subjectId: person.id });
  expect((await platform.users.list({ only: "locked", search: person.email })).items).toHaveLength(1);
});

it("opens no session for a locked account, whichever way it comes", async () => {
  await platform.users.lock({ userId: person.id, reason: REASON });
  await expect(contextOf({ userId: person.id })).rejects.toThrow();
});

it("unlocks it, and it can sign in at once", async () => {
  await platform.users.lock({ userId: person.id, reason: REASON });
  await platform.users.unlock({ userId: person.id, reason: REASON });
  await expect(enter()).resolves.toMatchObject({ user: { id: person.id } });
});

it("ends sessions, and resets a second factor that somebody has lost", async () => {
  await contextOf({ userId: person.id });
  await platform.users.endSessions({ userId: person.id, reason: REASON });
  expect((await platform.users.get({ userId: person.id })).sessions).toEqual([]);
  await expect(platform.users.resetTwoFactor({ userId: person.id, reason: REASON })).rejects.toThrow("no_two_factor");
  const data = { totpEnabledAt: new Date(), totpSecretEncrypted: "x" };
  await platformClient().user.update({ where: { id: person.id }, data });
  await platform.users.resetTwoFactor({ userId: person.id, reason: REASON });
  expect(await platform.users.get({ userId: person.id })).toMatchObject({ hasTwoFactor: false });
  const mails = await platformClient().accountMail.findMany({ where: { userId: person.id } });
  expect(mails).toMatchObject([{ kind: "two_factor_changed" }]);
});

it("makes somebody an operator and takes it away again, but never from the last one or from oneself", async () => {
  await platform.users.setOperator({ userId: person.id, isOperator: true, reason: REASON });
  expect(await platform.users.get({ userId: person.id })).toMatchObject({ isOperator: true });
  await platform.users.setOperator({ userId: person.id, isOperator: false, reason: REASON });
  const own = await createOperator();
  const self = (await callerWith(own.token)).platform.users;
  const dismissal = { userId: own.userId, isOperator: false, reason: REASON };
  await expect(self.setOperator(dismissal)).rejects.toThrow("own_account");
});

it("leaves one operator when two dismiss each other at once", async () => {
  await platformClient().user.updateMany({ data: { isPlatformAdmin: false } });
  const [one, other] = [await createOperator(), await createOperator()];
  const [first, second] = [await callerWith(one.token), await callerWith(other.token)];
  await Promise.allSettled([
    first.platform.users.setOperator({ userId: other.userId, isOperator: false, reason: REASON }),
    second.platform.users.setOperator({ userId: one.userId, isOperator: false, reason: REASON }),
  ]);
  expect(await platformClient().user.count({ where: { isPlatformAdmin: true } })).toBe(1);
});

it("is refused to somebody who works for a company", async () => {
  const owner = callerFor(await contextOf(ours.owner));
  await expect(owner.platform.users.lock({ userId: person.id, reason: REASON })).rejects.toThrow("permission_missing");
});
