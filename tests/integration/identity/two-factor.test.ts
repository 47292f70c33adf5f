import { beforeAll, describe, expect, it } from "vitest";
import { decrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { beginSignIn } from "@/server/identity/commands/begin-sign-in";
import { signIn } from "@/server/identity/commands/sign-in";
import { findSession } from "@/server/identity/queries/find-session";
import { answerChallenge } from "@/server/identity/two-factor/commands/answer-challenge";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";
import { browserOf, codeAt, enrol } from "@/tests/support/second-factor";
import { sessionOf } from "@/tests/support/signed-in";

const password = "correct horse battery";
let passwordHash: string;
let ours: TestCompany;
let addresses = 0;

beforeAll(async () => {
  passwordHash = await quickHash(password);
  ours = await createTenantWithCompany();
});

const visitor = (now?: Date) => ({ ip: `198.51.100.${++addresses % 250}`, userAgent: "Test", ...(now && { now }) });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "in",
    (error) => `${error.code} ${error.reason}`,
  );

async function protectedUser() {
  const { id: userId, email } = await createUser(ours, { passwordHash });
  return { userId, email, ...(await enrol({ userId }, ours.companyId)) };
}

/** The first step: what the browser gets instead of a session. */
async function challengeOf(email: string): Promise<string> {
  const step = await beginSignIn(visitor(), { email, password });
  if (step.kind !== "challenge") throw new Error("no code was asked for");
  return step.challenge;
}
const nextCode = (secret: string) => codeAt(secret, Date.now() + 30_000);

describe("setting up", () => {
  it("stores the secret encrypted, for this person only, and counts for nothing before the first code", async () => {
    const { id: userId, email } = await createUser(ours, { passwordHash });
    const { call } = await browserOf({ userId }, ours.companyId);
    const { secret, uri, path, size } = await call.twoFactor.begin();
    expect(uri).toContain(`secret=${secret}`);
    expect(size).toBeGreaterThan(20);
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    const row = await platformClient().user.findUniqueOrThrow({ where: { id: userId } });
    expect(row.totpSecretEncrypted).not.toContain(secret);
    const place = { column: "users.totp_secret_encrypted", rowId: userId };
    expect(decrypt(row.totpSecretEncrypted ?? "", place)).toBe(secret);
    expect(() => decrypt(row.totpSecretEncrypted ?? "", { ...place, rowId: ours.owner.userId })).toThrow();
    expect(await outcome(signIn(visitor(), { email, password }))).toBe("in");
  });

  it("refuses a wrong first code, and leaves the account as it was", async () => {
    const { id: userId } = await createUser(ours, { passwordHash });
    const { call } = await browserOf({ userId }, ours.companyId);
    await expect(call.twoFactor.enable({ code: "123456" })).rejects.toThrow("enrolment_not_begun");
    const { secret } = await call.twoFactor.begin();
    const wrong = codeAt(secret) === "000000" ? "111111" : "000000";
    await expect(call.twoFactor.enable({ code: wrong })).rejects.toThrow("wrong_code");
    expect(await call.twoFactor.get()).toMatchObject({ enabledAt: null, recoveryCodesLeft: 0 });
  });

  it("ends every other session, gives this one a new token, tells its owner and the company", async () => {
    const { id: userId } = await createUser(ours, { passwordHash });
    const other = await sessionOf({ userId }, ours.companyId);
    const { call, context, newToken } = await browserOf({ userId }, ours.companyId);
    const { secret } = await call.twoFactor.begin();
    const { codes } = await call.twoFactor.enable({ code: codeAt(secret) });
    expect(new Set(codes).size).toBe(10);
    expect(await findSession(other)).toBeNull();
    expect(await findSession(context.token)).toBeNull();
    const renewed = await findSession(newToken());
    expect(renewed).toMatchObject({ user: { hasTwoFactor: true }, secondFactorAt: expect.any(String) });
    const where = { companyId: ours.companyId, action: "enable_two_factor", subjectId: userId };
    expect(await platformClient().activityLog.count({ where })).toBe(1);
    expect(await platformClient().accountMail.count({ where: { userId, kind: "two_factor_changed" } })).toBe(1);
  });

  it("can't be begun anew over a factor that is on", async () => {
    const { userId } = await protectedUser();
    const { call } = await browserOf({ userId }, ours.companyId);
    await expect(call.twoFactor.begin()).rejects.toThrow("two_factor_is_on");
  });
});

describe("signing in", () => {
  it("opens nothing for the password alone", async () => {
    const { userId, email } = await protectedUser();
    const before = await platformClient().session.count({ where: { userId } });
    expect(await outcome(signIn(visitor(), { email, password }))).toBe("TWO_FACTOR_REQUIRED code_needed");
    await challengeOf(email);
    expect(await platformClient().session.count({ where: { userId } })).toBe(before);
  });

  it("opens a session for the code of the app, which says that two factors were proved", async () => {
    const { email, secret } = await protectedUser();
    const { token } = await answerChallenge(visitor(), { challenge: await challengeOf(email), code: nextCode(secret) });
    expect(await findSession(token)).toMatchObject({ user: { email }, secondFactorAt: expect.any(String) });
  });

  it("takes password and code in one step from a program", async () => {
    const { email, secret } = await protectedUser();
    const input = { email, password, twoFactorCode: nextCode(secret), kind: "api" as const };
    const { token } = await signIn(visitor(), input);
    expect(await findSession(token)).toMatchObject({ kind: "api", secondFactorAt: expect.any(String) });
  });

  it("takes each code once, also when two browsers send it at once", async () => {
    const { email, secret } = await protectedUser();
    const code = nextCode(secret);
    const challenges = [await challengeOf(email), await challengeOf(email)];
    const outcomes = await Promise.all(
      challenges.map((challenge) => outcome(answerChallenge(visitor(), { challenge, code }))),
    );
    expect(outcomes.sort()).toEqual(["UNAUTHENTICATED wrong_code", "in"]);
    const challenge = await challengeOf(email);
    expect(await outcome(answerChallenge(visitor(), { challenge, code }))).toBe("UNAUTHENTICATED wrong_code");
    // An earlier code is no better than the one that was used.
    const earlier = { challenge, code: codeAt(secret) };
    expect(await outcome(answerChallenge(visitor(), earlier))).toBe("UNAUTHENTICATED wrong_code");
  });

  it("takes codes of one step before and after, and none further away", async () => {
    const now = Date.UTC(2031, 4, 5, 12, 0, 10);
    for (const [steps, expected] of [
      [-2, "UNAUTHENTICATED wrong_code"],
      [2, "UNAUTHENTICATED wrong_code"],
      [-1, "in"],
      [1, "in"],
    ] as const) {
      const { email, secret } = await protectedUser();
      const twoFactorCode = codeAt(secret, now + steps * 30_000);
      const attempt = signIn(visitor(new Date(now)), { email, password, twoFactorCode });
      expect([steps, await outcome(attempt)]).toEqual([steps, expected]);
    }
  });

  it("takes each recovery code once, however it is typed, and tells its owner", async () => {
    const { userId, email, codes } = await protectedUser();
    const typed = ` ${codes[0]?.toUpperCase().replaceAll("-", " ")}`;
    expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: typed }))).toBe("in");
    expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: codes[0] }))).toBe(
      "UNAUTHENTICATED wrong_code",
    );
    const { call } = await browserOf({ userId }, ours.companyId);
    expect((await call.twoFactor.get()).recoveryCodesLeft).toBe(9);
    const rows = await platformClient().recoveryCode.findMany({ where: { userId } });
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    const mails = await platformClient().accountMail.findMany({ where: { userId, kind: "two_factor_changed" } });
    expect(JSON.stringify(mails)).toContain("recovery_code_used");
  });

  it("takes nobody else's recovery code", async () => {
    const [mine, theirs] = [await protectedUser(), await protectedUser()];
    const attempt = { email: mine.email, password, twoFactorCode: theirs.codes[0] };
    expect(await outcome(signIn(visitor(), attempt))).toBe("UNAUTHENTICATED wrong_code");
    expect(await outcome(signIn(visitor(), { ...attempt, email: theirs.email }))).toBe("in");
  });

  it("makes the old recovery codes worthless when new ones are made", async () => {
    const { userId, email, codes } = await protectedUser();
    const { call } = await browserOf({ userId }, ours.companyId);
    const renewed = await call.twoFactor.renewRecoveryCodes();
    expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: codes[1] }))).toBe(
      "UNAUTHENTICATED wrong_code",
    );
    expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: renewed.codes[1] }))).toBe("in");
  });

  it("gives a challenge up after ten minutes, after five tries, and after it was answered", async () => {
    const { userId, email, secret, codes } = await protectedUser();
    const late = await challengeOf(email);
    const expiresAt = new Date(Date.now() - 1000);
    await platformClient().signInChallenge.updateMany({ where: { userId }, data: { expiresAt } });
    const code = nextCode(secret);
    expect(await outcome(answerChallenge(visitor(), { challenge: late, code }))).toBe(
      "UNAUTHENTICATED challenge_expired",
    );

    const answered = await challengeOf(email);
    expect(await outcome(answerChallenge(visitor(), { challenge: answered, code }))).toBe("in");
    const again = { challenge: answered, code: codes[2] ?? "" };
    expect(await outcome(answerChallenge(visitor(), again))).toBe("UNAUTHENTICATED challenge_expired");

    const tried = await challengeOf(email);
    await platformClient().signInChallenge.updateMany({ where: { userId, usedAt: null }, data: { tries: 5 } });
    const sixth = { challenge: tried, code: codes[3] ?? "" };
    expect(await outcome(answerChallenge(visitor(), sixth))).toBe("UNAUTHENTICATED challenge_expired");
    expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: codes[3] }))).toBe("in");
  });

  it("lets wrong codes count towards the waiting time, whatever the password", async () => {
    const { email, secret } = await protectedUser();
    for (let tries = 0; tries < 5; tries++)
      expect(await outcome(signIn(visitor(), { email, password, twoFactorCode: "000000" }))).toContain("wrong_code");
    const right = { email, password, twoFactorCode: nextCode(secret) };
    expect(await outcome(signIn(visitor(), right))).toBe("ACCOUNT_LOCKED too_many_attempts");
  });
});

describe("switching off", () => {
  it("forgets the secret and the codes, and rotates the token", async () => {
    const { userId, email } = await protectedUser();
    const { call, context, newToken } = await browserOf({ userId }, ours.companyId);
    await call.twoFactor.disable();
    expect(await findSession(context.token)).toBeNull();
    expect(await findSession(newToken())).not.toBeNull();
    expect(await outcome(signIn(visitor(), { email, password }))).toBe("in");
    const row = await platformClient().user.findUniqueOrThrow({ where: { id: userId } });
    expect(row.totpSecretEncrypted).toBeNull();
    expect(await platformClient().recoveryCode.count({ where: { userId } })).toBe(0);
  });

  it("is refused where the company asks for it", async () => {
    const strict = await createTenantWithCompany({ settings: { security: { twoFactorRoles: ["admin"] } } });
    await enrol(strict.owner, strict.companyId);
    const { call } = await browserOf(strict.owner, strict.companyId);
    await expect(call.twoFactor.disable()).rejects.toThrow("two_factor_is_required");
  });
});
