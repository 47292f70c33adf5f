import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digest, signId } from "@/server/core/crypto";
import { appClient, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import { deliverAccountMail } from "@/server/identity/account-mail/commands/deliver-account-mail";
import { queueAccountMail } from "@/server/identity/account-mail/commands/queue-account-mail";
import { requeueAccountMails } from "@/server/identity/account-mail/commands/requeue-account-mails";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { sentTo, steer, withProviders } from "../notifications/salon";

withProviders();
let company: TestCompany;
beforeAll(async () => {
  company = await createTenantWithCompany();
});
beforeEach(() => steer("/faults", undefined, "DELETE"));

const soon = (minutes = 15) => new Date(Date.now() + minutes * MINUTE).toISOString();
const place = { at: "2026-12-01T08:00:00.000Z", device: "Chrome auf Windows", ip: "192.0.2.7" };
const fault = (kind: string, count?: number) => steer("/faults", { provider: "resend", kind, ...(count && { count }) });
const rowOf = (userId: string) => platformClient().accountMail.findFirstOrThrow({ where: { userId } });

async function deliver(userId: string, isLastTry = false): Promise<string> {
  const { id: mailId } = await rowOf(userId);
  return deliverAccountMail({ mailId, isLastTry }).then(
    (delivery) => ("status" in delivery ? delivery.status : delivery.state),
    (error) => error.code as string,
  );
}

describe("a mail about an account", () => {
  it("goes to the person's own address, in their language and zone, once however often its job runs", async () => {
    const user = await createUser(company, { locale: "en", name: "Sam", timezone: "Europe/London" });
    await queueAccountMail({ kind: "new_device", userId: user.id, ...place });
    expect([await deliver(user.id), await deliver(user.id)]).toEqual(["sent", "sent"]);
    const mails = await sentTo(user.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: "New sign-in to your account" });
    expect(mails[0]?.text).toMatch(/Hello Sam,[\s\S]*1 December 2026 at 08:00[\s\S]*192\.0\.2\.7/);
  });

  it("is there exactly when the change is", async () => {
    const user = await createUser(company);
    const queue = (isUndone: boolean) =>
      appClient().$transaction(async (tx) => {
        await queueAccountMail({ kind: "password_changed", userId: user.id, ...place }, { tx });
        if (isUndone) throw new Error("undone");
      });
    await expect(queue(true)).rejects.toThrow("undone");
    expect(await platformClient().accountMail.count({ where: { userId: user.id } })).toBe(0);
    await queue(false);
    const { id } = await rowOf(user.id);
    const [event] = await platformClient().outboxEvent.findMany({ where: { payload: { equals: { mailId: id } } } });
    expect(event).toMatchObject({ name: "account-mail/queued", companyId: null });
  });

  it("carries a link whose token stands nowhere", async () => {
    const [user, tokenId] = [await createUser(company), newId()];
    await queueAccountMail({ kind: "magic_link", userId: user.id, tokenId, expiresAt: soon() });
    await deliver(user.id);
    const token = signId("magic_link", tokenId);
    const [mail] = await sentTo(user.email);
    expect(mail?.text).toContain(`http://localhost:3000/magic-link/${token}`);
    const stored = JSON.stringify([await rowOf(user.id), await platformClient().outboxEvent.findMany()]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(digest(token));
  });

  it("is not sent to an account that is gone, and for nobody without an address", async () => {
    const user = await createUser(company, { deletedAt: new Date() });
    expect(await queueAccountMail({ kind: "new_device", userId: user.id, ...place })).toBe(false);
    expect(await queueAccountMail({ kind: "new_device", userId: newId(), ...place })).toBe(false);
  });

  it("invites somebody without an account in the language of the invitation", async () => {
    const [to, tokenId] = [`neu-${newId().slice(-12)}@example.com`, newId()];
    const facts = { tokenId, expiresAt: soon(), companyName: "Salon <b>Lindner</b>", inviterName: "Katharina" };
    await queueAccountMail({ kind: "invitation", userId: null, to, language: "en", ...facts });
    const row = await platformClient().accountMail.findFirstOrThrow({ where: { recipient: to } });
    await deliverAccountMail({ mailId: row.id, isLastTry: false });
    const [mail] = await sentTo(to);
    expect(mail?.subject).toBe("Invitation to Salon <b>Lindner</b>");
    expect(mail?.text).toContain(`/invitation/${signId("invitation", tokenId)}`);
  });
});

describe("a provider that fails", () => {
  it.each(["lost_answer", "error_500"])("gets the same mail again after %s, and sends it once", async (kind) => {
    const user = await createUser(company);
    await queueAccountMail({ kind: "password_changed", userId: user.id, ...place });
    await fault(kind, 1);
    expect([await deliver(user.id), await deliver(user.id)]).toEqual(["INTEGRATION_UNAVAILABLE", "sent"]);
    expect(await sentTo(user.email)).toHaveLength(1);
  });

  it("ends after the last try, and the hourly sweep tries for a day", async () => {
    const user = await createUser(company);
    await queueAccountMail({ kind: "password_changed", userId: user.id, ...place });
    await fault("error_500");
    expect(await deliver(user.id, true)).toBe("failed");
    expect(await rowOf(user.id)).toMatchObject({ status: "failed", isFinal: false, attempts: 1 });
    await steer("/faults", undefined, "DELETE");
    await requeueAccountMails();
    expect(await deliver(user.id)).toBe("sent");
    const { id } = await rowOf(user.id);
    const events = await platformClient().outboxEvent.count({ where: { payload: { equals: { mailId: id } } } });
    expect(events).toBe(2);
  });

  it("waits for another try that is under way", async () => {
    const user = await createUser(company);
    await queueAccountMail({ kind: "new_device", userId: user.id, ...place });
    await platformClient().accountMail.updateMany({
      where: { userId: user.id },
      data: { status: "sending", leaseUntil: new Date(Date.now() + 20_000) },
    });
    expect(await deliver(user.id)).toBe("wait");
    expect(await sentTo(user.email)).toEqual([]);
  });

  it("does not send a link that has ended meanwhile", async () => {
    const user = await createUser(company);
    await queueAccountMail({ kind: "magic_link", userId: user.id, tokenId: newId(), expiresAt: soon(-1) });
    expect(await deliver(user.id)).toBe("cancelled");
    expect(await sentTo(user.email)).toEqual([]);
  });
});
