import { createHmac } from "node:crypto";
import Stripe from "stripe";
import { expect, vi } from "vitest";
import { POST as receiveResend } from "@/app/webhooks/resend/route";
import { POST as receiveStripe } from "@/app/webhooks/stripe/route";
import { newId } from "@/server/core/ids";
import { hashPassword } from "@/server/identity/adapters/argon2";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { ownerOf } from "../../support/actors";
import { createAuthenticator } from "../../support/authenticator";
import { createUser, ROLE_IDS, type TestCompany } from "../../support/factories";
import { STRIPE_WEBHOOK_SECRET } from "../../support/provider-keys";
import { browserOf, enrol } from "../../support/second-factor";
import { call, planted } from "./busy-day";

const PASSWORD = "grüne kessel pfeifen abends";
const [EMAIL, INVITED] = ["frida.faktor@example.com", "ina.invited@example.com"];

/** People with second factors, keys in their devices and links in their mails; nothing of it may stand in a line. */
export async function workWithAccounts(company: TestCompany): Promise<void> {
  const { id: userId } = await createUser(company, {
    ...{ email: EMAIL, name: "Frida Faktor", passwordHash: await hashPassword(PASSWORD) },
  });
  Object.assign(planted, { secondPassword: PASSWORD, secondMail: EMAIL, secondName: "Frida Faktor", invited: INVITED });
  await workWithPasskey(userId);
  const { secret, codes } = await enrol({ userId });
  planted.totpSecret = secret;
  for (const [at, code] of codes.entries()) planted[`recovery code ${at}`] = code;
  const [code = ""] = codes;
  const wrong = { email: EMAIL, password: PASSWORD, twoFactorCode: "000000" };
  await call("tokens.login", wrong);
  const answer = await (await call("tokens.login", { ...wrong, twoFactorCode: code })).json();
  planted.tokenByRecoveryCode = answer.result.data.json.token;
  await call("links.requestMagicLink", { email: EMAIL });
  const place = { email: INVITED, roleId: ROLE_IDS.receptionist, branchIds: [] };
  await inviteMember(ownerOf(company, new Date()), place);
}

async function workWithPasskey(userId: string): Promise<void> {
  const browser = await browserOf({ userId });
  const device = createAuthenticator();
  planted.passkey = device.credentialId;
  const asked = async (begin: () => Promise<{ challenge: unknown }>) => {
    const challenge = String((await begin()).challenge);
    planted[`challenge ${challenge}`] = challenge;
    return { challenge };
  };
  const made = device.create(await asked(() => browser.call.passkeys.begin() as Promise<{ challenge: unknown }>));
  await browser.call.passkeys.add({ name: "Fridas Planted-Telefon", passkey: made });
  const used = device.use(await asked(() => browser.call.passkeys.beginProof() as Promise<{ challenge: unknown }>));
  planted.passkeySignature = used.response.signature;
  await browser.call.passkeys.reauthenticate({ passkey: used });
  await browser.call.passkeys.reauthenticate({ passkey: used }).catch(() => "used before");
}

/** What the providers of mails and payments tell, rightly and wrongly signed. */
export async function takeDeliveries(): Promise<void> {
  const [id, timestamp] = [`msg_${newId()}`, String(Math.floor(Date.now() / 1000))];
  const bounced = JSON.stringify({
    type: "email.bounced",
    data: { email_id: newId(), to: [EMAIL], subject: "Planted-Betreff", bounce: { message: "planted mailbox" } },
  });
  const signature = createHmac("sha256", "resend-secret").update(`${id}.${timestamp}.${bounced}`).digest("base64");
  planted.resendSignature = signature;
  for (const sent of [signature, `planted${signature.slice(7)}`]) {
    const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${sent}` };
    await receiveResend(post("resend", bounced, headers));
  }
  const paid = JSON.stringify({
    ...{ id: `evt_${newId()}`, object: "event", type: "payment_intent.succeeded" },
    data: { object: { id: "pi_planted", receipt_email: EMAIL, client_secret: "pi_planted_secret_0123456789" } },
  });
  const header = Stripe.webhooks.generateTestHeaderString({ payload: paid, secret: STRIPE_WEBHOOK_SECRET });
  planted.stripeSignature = header.slice(header.indexOf("v1=") + 3);
  const answers = [paid, paid.replace("pi_planted", "pi_planted_other")].map((body) =>
    receiveStripe(post("stripe", body, { "stripe-signature": header })),
  );
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 401]);
}

const post = (source: string, body: string, headers: Record<string, string>) =>
  new Request(`http://localhost:3000/webhooks/${source}`, { method: "POST", headers, body });

const LINK = /\/(reset-password|magic-link|verify-email|invitation)\/([\w-]{43})/g;
/** Every link that was sent is opened, and its token stands in no line; neither where it is good nor where it is not. */
export async function openLinks(mails: () => Promise<{ text: string }[]>): Promise<void> {
  const sent = async () => (await mails()).flatMap(({ text }) => [...text.matchAll(LINK)]);
  const wanted = ["reset-password", "magic-link", "invitation"];
  await vi.waitUntil(
    async () => (await sent()).filter(([, page = ""]) => wanted.includes(page)).length >= wanted.length,
    {
      timeout: 60_000,
      interval: 200,
    },
  );
  for (const [, page = "", token = ""] of await sent()) {
    planted[`link of ${page} ${token}`] = token;
    if (page === "invitation") await call("team.acceptInvitation", { token, name: "Ina Invited", password: "kurz" });
    else await call("links.resetPassword", { token, password: "kurz" });
  }
  planted.invitedName = "Ina Invited";
}
