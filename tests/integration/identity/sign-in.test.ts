import { beforeAll, beforeEach, expect, it } from "vitest";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { signIn } from "@/server/identity/commands/sign-in";
import { signOut } from "@/server/identity/commands/sign-out";
import { switchCompany } from "@/server/identity/commands/switch-company";
import { findSession, peekSession } from "@/server/identity/queries/find-session";
import { createMembership, createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";

const password = "correct horse battery";
let visitor: { ip: string; userAgent: string };
/** A network address of its own for each test: one that guesses too often has to wait. */
let addresses = 0;
beforeEach(() => {
  addresses += 1;
  visitor = { ip: `192.0.2.${addresses}`, userAgent: "Test" };
});

let passwordHash: string;
let ours: TestCompany;

beforeAll(async () => {
  passwordHash = await quickHash(password);
  ours = await createTenantWithCompany();
});

const attempt = (email: string, given: string, at = visitor) =>
  signIn(at, { email, password: given }).then(
    () => "signed in",
    (error) => `${error.code} ${error.reason}`,
  );

it("opens a session for the right password and stores only its digest", async () => {
  const { email } = await createUser(ours, { passwordHash });
  const { token } = await signIn(visitor, { email: ` ${email.toUpperCase()} `, password });
  const session = await findSession(token);
  expect(session?.user.email).toBe(email);
  expect(session?.memberships.map((membership) => membership.companyId)).toEqual([ours.companyId]);
  const row = await platformClient().session.findFirstOrThrow({ where: { id: session?.sessionId } });
  expect(row.tokenHash).toBe(digest(token));
  expect(JSON.stringify(row)).not.toContain(token);
});

it("answers an unknown address, a wrong password and an account without one alike", async () => {
  const known = await createUser(ours, { passwordHash });
  const without = await createUser(ours);
  const answers = [
    await attempt(known.email, "wrong"),
    await attempt("nobody@example.com", "wrong"),
    await attempt(without.email, "wrong"),
  ];
  expect(new Set(answers)).toEqual(new Set(["UNAUTHENTICATED wrong_credentials"]));
});

it("makes an address wait after five wrong passwords, also one that nobody has", async () => {
  const known = await createUser(ours, { passwordHash });
  for (const email of [known.email, "ghost@example.com"]) {
    const answers: string[] = [];
    for (let tries = 0; tries < 6; tries++) answers.push(await attempt(email, "wrong"));
    expect(answers).toEqual([
      ...Array(5).fill("UNAUTHENTICATED wrong_credentials"),
      "ACCOUNT_LOCKED too_many_attempts",
    ]);
  }
  expect(await attempt(known.email, password)).toBe("ACCOUNT_LOCKED too_many_attempts");
});

it("lets the right password in after the wait, and forgets the wrong ones", async () => {
  const user = await createUser(ours, { passwordHash });
  for (let tries = 0; tries < 5; tries++) await attempt(user.email, "wrong");
  const afterwards = { ...visitor, now: new Date(Date.now() + 31_000) };
  expect(await attempt(user.email, password, afterwards)).toBe("signed in");
  expect(await attempt(user.email, "wrong")).toBe("UNAUTHENTICATED wrong_credentials");
});

it("refuses a session as soon as it is revoked", async () => {
  const { email } = await createUser(ours, { passwordHash });
  const { token } = await signIn(visitor, { email, password });
  const { sessionId = "" } = (await findSession(token)) ?? {};
  expect(await peekSession(sessionId)).not.toBeNull();
  await signOut(token);
  expect(await findSession(token)).toBeNull();
  expect(await peekSession(sessionId)).toBeNull();
});

it("ends an idle session after two hours, unless it is remembered", async () => {
  const { email } = await createUser(ours, { passwordHash });
  const idle = await signIn(visitor, { email, password });
  const remembered = await signIn(visitor, { email, password, isRemembered: true });
  const lastSeenAt = new Date(Date.now() - 121 * 60_000);
  const tokenHash = { in: [digest(idle.token), digest(remembered.token)] };
  await platformClient().session.updateMany({ where: { tokenHash }, data: { lastSeenAt } });
  expect(await findSession(idle.token)).toBeNull();
  expect(await findSession(remembered.token)).not.toBeNull();
});

it("ends every session after thirty days", async () => {
  const { email } = await createUser(ours, { passwordHash });
  const before = { ...visitor, now: new Date(Date.now() - 30 * 24 * 3_600_000 - 1000) };
  const { token } = await signIn(before, { email, password, isRemembered: true });
  expect(await findSession(token)).toBeNull();
});

it("only waits without keeping a session alive", async () => {
  const { email } = await createUser(ours, { passwordHash });
  const { token } = await signIn(visitor, { email, password });
  const lastSeenAt = new Date(Date.now() - 60 * 60_000);
  const where = { tokenHash: digest(token) };
  await platformClient().session.update({ where, data: { lastSeenAt } });
  const { id } = await platformClient().session.findFirstOrThrow({ where });
  expect(await peekSession(id)).toMatchObject({ activeCompanyId: ours.companyId });
  expect((await platformClient().session.findFirstOrThrow({ where })).lastSeenAt).toEqual(lastSeenAt);
  await findSession(token);
  expect((await platformClient().session.findFirstOrThrow({ where })).lastSeenAt).not.toEqual(lastSeenAt);
});

it("switches to a company where the person works, and to no other", async () => {
  const [second, foreign] = [await createTenantWithCompany(), await createTenantWithCompany()];
  const { id: userId, email } = await createUser(ours, { passwordHash });
  await createMembership(second, { userId });
  const { token } = await signIn(visitor, { email, password });
  await switchCompany(token, { companyId: second.companyId });
  expect((await findSession(token))?.activeCompanyId).toBe(second.companyId);
  await expect(switchCompany(token, { companyId: foreign.companyId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await findSession(token))?.activeCompanyId).toBe(second.companyId);
});

it("does not look up what can't be a token", async () => {
  expect(await findSession("' OR 1=1 --")).toBeNull();
  expect(await findSession(undefined)).toBeNull();
});
