import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApiContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { beginPasskeySignIn } from "@/server/identity/passkeys/commands/begin-passkey";
import { signInWithPasskey } from "@/server/identity/passkeys/commands/sign-in-with-passkey";
import { findSession } from "@/server/identity/queries/find-session";
import { type Authenticator, type Circumstances, createAuthenticator } from "../../support/authenticator";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { contextOf } from "../../support/signed-in";
import { kindsQueuedFor } from "./account-mails";

const visitor = { ip: "192.0.2.7", userAgent: "Test" };
const callerOf = (context: ApiContext) => createCallerFactory(appRouter)(context);
let company: TestCompany;
let user: { id: string };
let context: ApiContext;
let device: Authenticator;

beforeAll(async () => {
  company = await createTenantWithCompany();
});
beforeEach(async () => {
  user = await createUser(company, { totpEnabledAt: null });
  context = await contextOf({ userId: user.id });
  device = createAuthenticator();
});

const passkeys = () => callerOf(context).passkeys;
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error.reason ?? error.message) as string,
  );
const asked = async () => String((await passkeys().begin()).challenge);

async function register(odd: Partial<Circumstances> = {}, name = "Mein Telefon") {
  return passkeys().add({ name, passkey: device.create({ challenge: await asked(), ...odd }) });
}
async function signIn(odd: Partial<Circumstances> = {}, by = device) {
  const { challenge } = await beginPasskeySignIn(visitor);
  return signInWithPasskey(visitor, { passkey: by.use({ challenge, ...odd }), isRemembered: false });
}

describe("a new passkey", () => {
  it("is stored with its name, listed, renamed and removed; mails tell of it", async () => {
    const { id } = await register();
    expect(await passkeys().list()).toMatchObject([{ id, name: "Mein Telefon", lastUsedAt: null }]);
    await passkeys().rename({ passkeyId: id, name: "Diensthandy" });
    expect(await passkeys().list()).toMatchObject([{ name: "Diensthandy" }]);
    await passkeys().remove({ passkeyId: id });
    expect(await passkeys().list()).toEqual([]);
    expect(await kindsQueuedFor(user.id)).toEqual(["two_factor_changed", "two_factor_changed"]);
    expect(await reasonOf(signIn())).toBe("passkey_refused");
  });

  it("is the answer to a question that was asked, once, of this person", async () => {
    const challenge = await asked();
    const passkey = device.create({ challenge });
    const stranger = callerOf(await contextOf({ userId: (await createUser(company)).id })).passkeys;
    expect(await reasonOf(stranger.add({ name: "x", passkey }))).toBe("passkey_refused");
    expect(await reasonOf(passkeys().add({ name: "x", passkey }))).toBe("done");
    expect(await reasonOf(passkeys().add({ name: "x", passkey }))).toBe("passkey_refused");
    const { challenge: forSignIn } = await beginPasskeySignIn(visitor);
    expect(await reasonOf(passkeys().add({ name: "x", passkey: device.create({ challenge: forSignIn }) }))).toBe(
      "passkey_refused",
    );
    expect(await passkeys().list()).toHaveLength(1);
  });

  it.each([
    ["of another page", { origin: "http://localhost:3001" }],
    ["of another site", { rpId: "example.com" }],
    ["of a device that checked nobody", { isVerified: false }],
    ["for a question that nobody asked", { challenge: "bm9ib2R5LWFza2Vk" }],
  ])("is refused when it is %s", async (_what, odd) => {
    expect(await reasonOf(register(odd))).toBe("passkey_refused");
    expect(await passkeys().list()).toEqual([]);
  });

  it("can't be somebody else's already, and there are twenty at most", async () => {
    await register();
    const other = await contextOf({ userId: (await createUser(company)).id });
    const { challenge } = await callerOf(other).passkeys.begin();
    const again = callerOf(other).passkeys.add({ name: "x", passkey: device.create({ challenge: String(challenge) }) });
    expect(await reasonOf(again)).toBe("passkey_not_added");
    for (let count = 1; count < 20; count++) {
      device = createAuthenticator();
      await register();
    }
    device = createAuthenticator();
    expect(await reasonOf(register())).toBe("passkey_not_added");
  });

  it("asks for a fresh proof of who asks", async () => {
    const old = new Date(Date.now() - HOUR);
    await platformClient().session.updateMany({ where: { userId: user.id }, data: { authenticatedAt: old } });
    context = { ...context, session: await findSession(context.token) };
    expect(await reasonOf(passkeys().begin())).toBe("proof_too_old");
    expect(await reasonOf(passkeys().remove({ passkeyId: newId() }))).toBe("proof_too_old");
  });

  it("of somebody else is not there", async () => {
    const { id } = await register();
    const stranger = callerOf(await contextOf({ userId: (await createUser(company)).id })).passkeys;
    expect(await reasonOf(stranger.rename({ passkeyId: id, name: "x" }))).toBe("passkey_not_found");
    expect(await reasonOf(stranger.remove({ passkeyId: id }))).toBe("passkey_not_found");
    expect(await stranger.list()).toEqual([]);
    expect(await passkeys().list()).toMatchObject([{ name: "Mein Telefon" }]);
  });
});

describe("signing in with a passkey", () => {
  it("opens a session that has both factors, also where a code is asked for", async () => {
    await register();
    await platformClient().user.update({ where: { id: user.id }, data: { totpEnabledAt: new Date() } });
    const step = await signIn();
    const session = step.kind === "session" ? await findSession(step.session.token) : null;
    expect(session).toMatchObject({ user: { id: user.id }, secondFactorAt: expect.any(String) });
    expect((await passkeys().list())[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("takes an answer once, also of two at the same time", async () => {
    await register();
    const { challenge } = await beginPasskeySignIn(visitor);
    const passkey = device.use({ challenge });
    const once = () => reasonOf(signInWithPasskey(visitor, { passkey, isRemembered: false }));
    expect((await Promise.all([once(), once()])).sort()).toEqual(["done", "passkey_refused"]);
    expect(await once()).toBe("passkey_refused");
  });

  it("refuses a key whose counter does not grow: there are two of it", async () => {
    await register();
    expect(await reasonOf(signIn({ counter: 10 }))).toBe("done");
    expect(await reasonOf(signIn({ counter: 10 }))).toBe("passkey_refused");
    expect(await reasonOf(signIn({ counter: 11 }))).toBe("done");
  });

  it("takes keys that never count", async () => {
    await register({ counter: 0 });
    expect(await reasonOf(signIn({ counter: 0 }))).toBe("done");
    expect(await reasonOf(signIn({ counter: 0 }))).toBe("done");
  });

  it.each([
    ["another page", { origin: "https://localhost:3000" }],
    ["another site", { rpId: "example.com" }],
    ["a device that checked nobody", { isVerified: false }],
    ["a question that nobody asked", { challenge: "bm9ib2R5LWFza2Vk" }],
  ])("refuses an answer from %s", async (_what, odd) => {
    await register();
    expect(await reasonOf(signIn(odd))).toBe("passkey_refused");
  });

  it("refuses a question that is too old, an unknown key, and another key's signature", async () => {
    await register();
    const { challenge } = await beginPasskeySignIn({ ...visitor, now: new Date(Date.now() - HOUR) });
    const passkey = device.use({ challenge });
    expect(await reasonOf(signInWithPasskey(visitor, { passkey, isRemembered: false }))).toBe("passkey_refused");
    const other = createAuthenticator();
    expect(await reasonOf(signIn({}, other))).toBe("passkey_refused");
    const forged = other.use({ challenge: (await beginPasskeySignIn(visitor)).challenge });
    const posing = { ...forged, id: device.credentialId, rawId: device.credentialId };
    expect(await reasonOf(signInWithPasskey(visitor, { passkey: posing, isRemembered: false }))).toBe(
      "passkey_refused",
    );
  });

  it("leaves no way in for a deleted account", async () => {
    await register();
    await platformClient().user.update({ where: { id: user.id }, data: { deletedAt: new Date() } });
    expect(await reasonOf(signIn())).toBe("passkey_refused");
  });
});

describe("a passkey in place of the password", () => {
  it("proves once more who somebody is, and gives the session a new token", async () => {
    await register();
    const { challenge } = await passkeys().beginProof();
    await passkeys().reauthenticate({ passkey: device.use({ challenge: String(challenge) }) });
    expect(await findSession(context.token)).toBeNull();
    expect(context.answer.get("set-cookie")).toMatch(/^portal_session=[\w-]{43};.*HttpOnly/);
  });

  it("is the person's own", async () => {
    await register();
    const other = await contextOf({ userId: (await createUser(company)).id });
    const { challenge } = await callerOf(other).passkeys.beginProof();
    const foreign = callerOf(other).passkeys.reauthenticate({ passkey: device.use({ challenge: String(challenge) }) });
    expect(await reasonOf(foreign)).toBe("passkey_refused");
  });
});
