import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { signId } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { verifyPassword } from "@/server/identity/adapters/argon2";
import { confirmEmail } from "@/server/identity/links/commands/confirm-email";
import { redeemMagicLink } from "@/server/identity/links/commands/redeem-magic-link";
import { requestLink } from "@/server/identity/links/commands/request-link";
import { resetPassword } from "@/server/identity/links/commands/reset-password";
import { findLinkOwner } from "@/server/identity/links/queries/find-link-owner";
import { ANSWER_AFTER_MS } from "@/server/identity/links/rules";
import { findSession } from "@/server/identity/queries/find-session";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { quickHash } from "../../support/quick-hash";
import { contextOf, sessionOf } from "../../support/signed-in";
import { withProviders } from "../notifications/salon";
import { kindsQueuedFor, mailsTo, tokenIn } from "./account-mails";

withProviders();
const visitor = { ip: "192.0.2.7", userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" };
const [OLD, NEW] = ["altes Passwort im Keller", "blaue wolken tanzen leise"];
let passwordHash: string;
let company: TestCompany;
let user: { id: string; email: string };

beforeAll(async () => {
  [passwordHash, company] = await Promise.all([quickHash(OLD), createTenantWithCompany()]);
});
beforeEach(async () => {
  user = await createUser(company, { passwordHash });
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.reason as string,
  );
const askReset = (email = user.email) => requestLink(visitor, { kind: "password_reset", email });
const askMagic = (email = user.email) => requestLink(visitor, { kind: "magic_link", email });
const reset = (token: string, newPassword = NEW) => refusal(resetPassword(visitor, { token, newPassword }));
const rowOf = () => platformClient().user.findUniqueOrThrow({ where: { id: user.id } });
const makeOlder = (hours: number) =>
  platformClient().verificationToken.updateMany({
    where: { userId: user.id },
    data: { expiresAt: new Date(Date.now() - 1), createdAt: new Date(Date.now() - hours * HOUR) },
  });

describe("a link to set a new password", () => {
  it("sets it once, ends every session, ends waiting, and the person hears of it", async () => {
    const session = await sessionOf({ userId: user.id });
    await platformClient().user.update({
      where: { id: user.id },
      data: { failedLoginCount: 7, lockedUntil: new Date(Date.now() + HOUR) },
    });
    await askReset(` ${user.email.toUpperCase()} `);
    const token = await tokenIn(user.email, "reset-password");
    expect([await reset(token), await reset(token)]).toEqual(["done", "link_invalid"]);
    const row = await rowOf();
    expect(await verifyPassword(row.passwordHash, NEW)).toBe(true);
    expect(row).toMatchObject({ failedLoginCount: 0, lockedUntil: null, emailVerifiedAt: expect.any(Date) });
    expect(await findSession(session)).toBeNull();
    expect((await mailsTo(user.email)).at(-1)).toMatchObject({
      subject: "Ihr Passwort wurde geändert",
      text: expect.stringMatching(/Chrome auf Windows[\s\S]*192\.0\.2\.7/),
    });
  });

  it("is looked at by a mail scanner without being used, and is not used by a password that won't do", async () => {
    await askReset();
    const token = await tokenIn(user.email, "reset-password");
    for (let looks = 0; looks < 3; looks++)
      expect(await findLinkOwner({ kind: "password_reset", token })).toMatchObject({ email: user.email });
    expect(await reset(token, "Passwort1234")).toBe("password_too_weak");
    expect(await reset(token)).toBe("done");
  });

  it("ends when a newer one is asked for, after an hour, and when the password is set by another", async () => {
    await askReset();
    const first = await tokenIn(user.email, "reset-password");
    await askReset();
    const second = await tokenIn(user.email, "reset-password");
    expect(second).not.toBe(first);
    expect(await reset(first)).toBe("link_invalid");
    await makeOlder(1);
    expect(await reset(second)).toBe("link_invalid");
    expect(await findLinkOwner({ kind: "password_reset", token: second })).toBeNull();
  });

  it("opens nothing else, and nothing else opens it", async () => {
    await askReset();
    await askMagic();
    const [resetToken, magic] = [await tokenIn(user.email, "reset-password"), await tokenIn(user.email, "magic-link")];
    expect(await reset(magic)).toBe("link_invalid");
    expect(await refusal(redeemMagicLink(visitor, { token: resetToken, isRemembered: false }))).toBe("link_invalid");
    expect(await reset(signId("password_reset", newId()))).toBe("link_invalid");
    for (const odd of ["", "x", "../../etc", "é".repeat(43), "0".repeat(43)]) {
      expect(await reset(odd)).toBe("link_invalid");
      expect(await findLinkOwner({ kind: "password_reset", token: odd })).toBeNull();
    }
  });

  it("is used once by two at the same time", async () => {
    await askReset();
    const token = await tokenIn(user.email, "reset-password");
    expect((await Promise.all([reset(token), reset(token)])).sort()).toEqual(["done", "link_invalid"]);
  });
});

describe("asking for a link", () => {
  it("is answered alike, and not sooner, where nobody has the address", async () => {
    for (const email of [user.email, `ghost-${newId()}@example.com`]) {
      const started = performance.now();
      await expect(askReset(email)).resolves.toBeUndefined();
      expect(performance.now() - started).toBeGreaterThan(ANSWER_AFTER_MS - 5);
      expect(await mailsTo(email)).toHaveLength(email === user.email ? 1 : 0);
    }
  });

  it("sends three of a kind within an hour, and goes on afterwards", async () => {
    for (let asked = 0; asked < 5; asked++) await askReset();
    await askMagic();
    expect(await mailsTo(user.email)).toHaveLength(4);
    await makeOlder(2);
    await askReset();
    expect(await mailsTo(user.email)).toHaveLength(5);
  });

  it("sends three when ten ask at once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => askReset()));
    expect(await mailsTo(user.email)).toHaveLength(3);
  });
});

describe("a link to sign in", () => {
  const redeem = async () =>
    redeemMagicLink(visitor, { token: await tokenIn(user.email, "magic-link"), isRemembered: true });

  it("opens a session, once", async () => {
    await askMagic();
    const step = await redeem();
    expect(step).toMatchObject({ kind: "session" });
    const session = step.kind === "session" ? await findSession(step.session.token) : null;
    expect(session).toMatchObject({ user: { id: user.id }, secondFactorAt: null });
    expect(await refusal(redeem())).toBe("link_invalid");
  });

  it("leads somebody with a second factor to it, not past it", async () => {
    await platformClient().user.update({ where: { id: user.id }, data: { totpEnabledAt: new Date() } });
    await askMagic();
    expect(await redeem()).toMatchObject({ kind: "challenge" });
    expect(await platformClient().session.count({ where: { userId: user.id } })).toBe(0);
  });

  it("ends with the password, and with its quarter of an hour", async () => {
    await askMagic();
    await askReset();
    expect(await reset(await tokenIn(user.email, "reset-password"))).toBe("done");
    expect(await refusal(redeem())).toBe("link_invalid");
    await askMagic();
    await makeOlder(0);
    expect(await refusal(redeem())).toBe("link_invalid");
  });
});

describe("another address", () => {
  const newEmail = () => `neu-${user.email}`;
  const callAs = async (userId: string) => createCallerFactory(appRouter)(await contextOf({ userId }));
  const ask = async (email: string) => (await callAs(user.id)).links.requestEmailChange({ newEmail: email });
  const confirm = (token: string) => refusal(confirmEmail(visitor, { token }));

  it("counts once its link was clicked; the one so far hears of it before", async () => {
    await ask(newEmail());
    expect(await kindsQueuedFor(user.id)).toEqual(["verify_email", "email_change"]);
    expect((await mailsTo(user.email))[0]?.text).toContain(newEmail());
    const account = (await callAs(user.id)).links;
    expect(await account.getEmail()).toEqual({ email: user.email, isVerified: false, newEmail: newEmail() });
    const token = await tokenIn(newEmail(), "verify-email");
    expect(await findLinkOwner({ kind: "verify_email", token })).toMatchObject({ newEmail: newEmail() });
    expect([await confirm(token), await confirm(token)]).toEqual(["done", "link_invalid"]);
    expect(await account.getEmail()).toEqual({ email: newEmail(), isVerified: true, newEmail: null });
  });

  it("ends the links that went to the old one", async () => {
    await askReset();
    const old = await tokenIn(user.email, "reset-password");
    await ask(newEmail());
    expect(await confirm(await tokenIn(newEmail(), "verify-email"))).toBe("done");
    expect(await reset(old)).toBe("link_invalid");
  });

  it("is not taken from somebody who has it, which nobody is told beforehand", async () => {
    const other = await createUser(company);
    await expect(ask(other.email)).resolves.toBeUndefined();
    expect(await confirm(await tokenIn(other.email, "verify-email"))).toBe("email_taken");
    expect(await rowOf()).toMatchObject({ email: user.email });
  });

  it("asks for a fresh proof of who asks", async () => {
    const context = await contextOf({ userId: user.id });
    await platformClient().session.updateMany({
      where: { userId: user.id },
      data: { authenticatedAt: new Date(Date.now() - HOUR) },
    });
    const stale = { ...context, session: await findSession(context.token) };
    const call = createCallerFactory(appRouter)(stale).links.requestEmailChange({ newEmail: newEmail() });
    await expect(call).rejects.toMatchObject({ message: "proof_too_old" });
  });

  it("may be the same one: then a click proves it", async () => {
    await (await callAs(user.id)).links.requestEmailProof();
    expect(await confirm(await tokenIn(user.email, "verify-email"))).toBe("done");
    expect(await rowOf()).toMatchObject({ email: user.email, emailVerifiedAt: expect.any(Date) });
  });
});
