import { expect } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { signId } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createAuthenticator } from "../../support/authenticator";
import { createTenantWithCompany, createUser, ROLE_IDS, type TestCompany } from "../../support/factories";
import { quickHash } from "../../support/quick-hash";
import { codeAt, enrol } from "../../support/second-factor";
import { browserHeaders, operatorSessionOf, programSessionOf, sessionOf } from "../../support/signed-in";

const callerFor = createCallerFactory(appRouter);
type Caller = ReturnType<typeof callerFor>;
const ADDRESS = { "x-forwarded-for": "203.0.113.7" };
const PASSWORD = "sieben blaue wolken tanzen";
const NEW_PASSWORD = "acht gelbe monde schweigen";

interface Asked {
  company: TestCompany;
  /** The owner's own browser. */
  caller: Caller;
}
interface Prepared {
  input: unknown;
  /** Somebody else's browser, or the owner's in another state. */
  caller?: Caller;
  /** Who the log should name, when it is not the owner. */
  actorId?: unknown;
}

const browserOf = async (token: string) => callerFor(await createContext(browserHeaders(token, ADDRESS)));

async function withPassword({ company }: Asked): Promise<string> {
  const data = { passwordHash: await quickHash(PASSWORD) };
  const { email } = await platformClient().user.update({ where: { id: company.owner.userId }, data });
  return email;
}
async function withSecondFactor({ company }: Asked): Promise<Caller> {
  await enrol(company.owner, company.companyId);
  return browserOf(await operatorSessionOf(company.owner, company.companyId));
}
async function latestLink({ company }: Asked, purpose: string): Promise<string> {
  const where = { userId: company.owner.userId };
  const row = await platformClient().verificationToken.findFirstOrThrow({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return signId(purpose, row.id);
}
async function withPasskey({ caller }: Asked) {
  const device = createAuthenticator();
  const { challenge } = await caller.passkeys.begin();
  await caller.passkeys.add({ name: "Telefon", passkey: device.create({ challenge: String(challenge) }) });
  return device;
}
async function invite({ caller }: Asked, email: string): Promise<string> {
  const { invitationId } = await caller.team.invite({ email, roleId: ROLE_IDS.receptionist });
  return signId("invitation", invitationId);
}

/** The changes that need a password, a code, a key or a link, and how somebody comes by it. */
export const WITH_A_SECRET: Record<string, (asked: Asked) => Promise<Prepared>> = {
  "identity.reauthenticate": async (asked) => {
    await withPassword(asked);
    return { input: { password: PASSWORD } };
  },
  "passwords.change": async (asked) => {
    await withPassword(asked);
    return { input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } };
  },
  "tokens.login": async (asked) => ({ input: { email: await withPassword(asked), password: PASSWORD } }),
  "tokens.refresh": async ({ company }) => {
    const token = await programSessionOf(company.owner, company.companyId);
    const headers = new Headers({ authorization: `Bearer ${token}`, ...ADDRESS });
    return { input: undefined, caller: callerFor(await createContext(headers)) };
  },
  "links.resetPassword": async (asked) => {
    await asked.caller.links.requestPasswordReset({ email: await withPassword(asked) });
    return { input: { token: await latestLink(asked, "password_reset"), newPassword: NEW_PASSWORD } };
  },
  "links.confirmEmail": async (asked) => {
    await asked.caller.links.requestEmailChange({ newEmail: `${newId()}@example.com` });
    return { input: { token: await latestLink(asked, "verify_email") } };
  },
  "passkeys.add": async ({ caller }) => {
    const { challenge } = await caller.passkeys.begin();
    const passkey = createAuthenticator().create({ challenge: String(challenge) });
    return { input: { name: "Telefon", passkey } };
  },
  "passkeys.reauthenticate": async (asked) => {
    const device = await withPasskey(asked);
    const caller = await browserOf(await operatorSessionOf(asked.company.owner, asked.company.companyId));
    const { challenge } = await caller.passkeys.beginProof();
    return { caller, input: { passkey: device.use({ challenge: String(challenge) }) } };
  },
  "team.acceptInvitation": async (asked) => {
    const token = await invite(asked, `${newId()}@example.com`);
    return { input: { token, name: "Nora Neu", password: NEW_PASSWORD }, actorId: expect.any(String) };
  },
  "team.joinByInvitation": async (asked) => {
    const { id, email } = await createUser(await createTenantWithCompany());
    const input = { token: await invite(asked, email) };
    return { input, caller: await browserOf(await sessionOf({ userId: id })), actorId: id };
  },
  "twoFactor.enable": async ({ caller }) => {
    const { secret } = await caller.twoFactor.begin();
    return { input: { code: codeAt(secret) } };
  },
  "twoFactor.disable": async (asked) => ({ input: undefined, caller: await withSecondFactor(asked) }),
  "twoFactor.renewRecoveryCodes": async (asked) => ({ input: undefined, caller: await withSecondFactor(asked) }),
};
