import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import twilio from "twilio";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as resend } from "@/app/webhooks/resend/route";
import { POST as twilioDoor } from "@/app/webhooks/twilio/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { replayWebhook } from "@/server/webhooks/commands/replay-webhook";
import { retryFailedWebhooks } from "@/server/webhooks/commands/retry-failed-webhooks";
import { jobOf } from "../../support/actors";
import { processMessageNews } from "../../support/process-messages";
import { createSalon, rowsOf, type Salon, tellOfBooking, withProviders } from "./salon";

const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
Object.assign(process.env, { LOG_LEVEL: "info", LOG_DESTINATION: join(folder, "log") });
afterAll(() => rmSync(folder, { recursive: true }));

withProviders();
let ours: Salon;

beforeEach(async () => {
  ours = await createSalon();
  await tellOfBooking(ours);
});

/** What the log says of the request that was answered so. */
async function lineOf(answer: Response) {
  const id = answer.headers.get("x-request-id") ?? "";
  const find = () =>
    readFileSync(join(folder, "log"), "utf8")
      .split("\n")
      .find((line) => line.includes(id) && line.includes('"request"'));
  return JSON.parse((await vi.waitUntil(find, { timeout: 60_000 })) ?? "");
}

const ADDRESS = "http://localhost:3000/webhooks/twilio";
const rowOn = async (channel: string) => (await rowsOf(ours)).find((row) => row.channel === channel);
const logged = (source: "twilio" | "resend", status: "rejected" | "duplicate" | "received") =>
  platformClient().webhookLog.count({ where: { source, status } });

function fromTwilio(form: Record<string, string>, token = "twilio-token"): Request {
  const signature = twilio.getExpectedTwilioSignature(token, ADDRESS, form);
  return new Request(ADDRESS, {
    method: "POST",
    headers: { "x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form),
  });
}

const takeOver = (isLastTry = false) => processMessageNews(ours.company, isLastTry);
const sweep = () => retryFailedWebhooks(jobOf(ours.company, "retry-failed-webhooks", new Date()));
const smsOptIn = async () =>
  (await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).smsOptIn;
const logOf = () =>
  platformClient().webhookLog.findMany({
    where: { companyId: ours.company.companyId, source: "twilio" },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
const answerOf = (body: string, sid = `SM${Math.random()}`) =>
  fromTwilio({ MessageSid: sid, From: ours.phone, To: "+4930", Body: body });

const statusOf = async (status: string) => {
  const sid = (await rowOn("sms"))?.providerMessageId ?? "";
  return { MessageSid: sid, SmsSid: sid, MessageStatus: status, To: ours.phone, From: "AskProAI" };
};

async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
}

/** For this moment the database takes nothing of this kind. */
async function whileNothingArrives(table: "notification_queue" | "consents", work: () => Promise<void>): Promise<void> {
  const nothing = table === "consents" ? "purpose <> 'sms'" : "delivered_at IS NULL";
  await asOwner(`ALTER TABLE ${table} ADD CONSTRAINT not_now CHECK (${nothing}) NOT VALID`);
  await work().finally(() => asOwner(`ALTER TABLE ${table} DROP CONSTRAINT not_now`));
}

describe("what could not be taken over when it came", () => {
  const states = async () => (await logOf()).map(({ status }) => status);

  it("is acknowledged, kept as failed after the last try, and taken over by the sweep", async () => {
    expect((await twilioDoor(fromTwilio(await statusOf("delivered")))).status).toBe(200);
    await whileNothingArrives("notification_queue", async () => {
      await expect(takeOver()).rejects.toThrow();
      expect(await states()).toEqual(["received"]);
      await expect(takeOver(true)).rejects.toThrow();
    });
    expect(await states()).toEqual(["failed"]);
    expect(await rowOn("sms")).toMatchObject({ status: "sent" });
    expect(await sweep()).toEqual({ queued: 1 });
    await takeOver();
    expect(await states()).toEqual(["processed"]);
    expect(await rowOn("sms")).toMatchObject({ status: "delivered" });
  });

  it("is a STOP that still holds later, and does not undo what was said since", async () => {
    expect((await twilioDoor(answerOf("STOP"))).status).toBe(200);
    await whileNothingArrives("consents", () => expect(takeOver(true)).rejects.toThrow());
    expect([await states(), await smsOptIn()]).toEqual([["failed"], true]);
    await sweep();
    await takeOver();
    expect([await states(), await smsOptIn()]).toEqual([["processed"], false]);

    await twilioDoor(answerOf("START"));
    await takeOver();
    expect(await smsOptIn()).toBe(true);
    const [stop] = await logOf();
    await replayWebhook(jobOf(ours.company, "test", new Date()), { webhookLogId: stop?.id ?? "" });
    await takeOver();
    expect([await states(), await smsOptIn()]).toEqual([["processed", "processed"], true]);
  });
});

describe("delivery reports of text messages", () => {
  it("are written back, and never take a state back", async () => {
    expect((await twilioDoor(fromTwilio(await statusOf("delivered")))).status).toBe(200);
    await takeOver();
    expect(await rowOn("sms")).toMatchObject({ status: "delivered", deliveredAt: expect.any(Date) });
    await twilioDoor(fromTwilio(await statusOf("sent")));
    await twilioDoor(fromTwilio(await statusOf("failed")));
    await takeOver();
    expect((await logOf()).map(({ status }) => status)).toEqual(["processed", "processed", "processed"]);
    expect(await rowOn("sms")).toMatchObject({ status: "delivered" });
  });

  it("are refused with a wrong signature, and leave a trace", async () => {
    const before = await logged("twilio", "rejected");
    const answer = await twilioDoor(fromTwilio(await statusOf("delivered"), "someone-else"));
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ success: false, error: { code: "SIGNATURE_INVALID" } });
    expect(await rowOn("sms")).toMatchObject({ status: "sent" });
    expect(await logged("twilio", "rejected")).toBe(before + 1);
  });

  it("do nothing the second time", async () => {
    const form = await statusOf("delivered");
    await twilioDoor(fromTwilio(form));
    const before = await logged("twilio", "duplicate");
    expect((await twilioDoor(fromTwilio(form))).status).toBe(200);
    expect(await logged("twilio", "duplicate")).toBe(before + 1);
  });

  it("leave a line with the company that they are about, a stranger's without", async () => {
    const line = await lineOf(await twilioDoor(fromTwilio(await statusOf("delivered"))));
    const { companyId } = ours.company;
    expect(line).toMatchObject({ channel: "webhook", route: "/webhooks/twilio", companyId, principal: "provider" });
    const forged = await lineOf(await twilioDoor(fromTwilio(await statusOf("delivered"), "someone-else")));
    expect(forged).toMatchObject({ route: "/webhooks/twilio", status: 401 });
    expect(forged).not.toHaveProperty("companyId");
  });

  it("take STOPP for an answer, to every company that knows the number, and keep no word of it", async () => {
    const theirs = await createSalon();
    const facts = { companyId: theirs.company.companyId, customerId: theirs.customer.id };
    await platformClient().customerPhone.create({
      data: { ...facts, id: newId(), e164: ours.phone, raw: ours.phone, isPrimary: false },
    });
    const answer = { MessageSid: "SM1", From: ours.phone, To: "+4930", Body: " Stopp " };
    for (const _time of ["once", "twice"]) expect((await twilioDoor(fromTwilio(answer))).status).toBe(200);
    for (const { company } of [ours, theirs]) await processMessageNews(company);
    const customers = await platformClient().customer.findMany({
      where: { id: { in: [ours.customer.id, theirs.customer.id] } },
    });
    expect(customers.map((one) => one.smsOptIn)).toEqual([false, false]);
    expect((await logOf()).map(({ status }) => status).sort()).toEqual(["duplicate", "processed"]);
    expect(JSON.stringify(await logOf())).not.toMatch(/stopp/i);
    const consents = await platformClient().consent.findMany({ where: { customerId: ours.customer.id } });
    expect(consents).toMatchObject([{ purpose: "sms", isGranted: false, source: "text_message" }]);
  });

  it("take any other answer, and a stranger's, for nothing", async () => {
    await twilioDoor(answerOf("Danke!"));
    await twilioDoor(fromTwilio({ MessageSid: "SM2", From: "+4915200000000", To: "+4930", Body: "STOP" }));
    await takeOver();
    expect(await smsOptIn()).toBe(true);
  });
});

describe("delivery reports of e-mails", () => {
  const event = async (type: string, data: object = {}) =>
    JSON.stringify({
      type,
      created_at: new Date().toISOString(),
      data: { email_id: (await rowOn("email"))?.providerMessageId, ...data },
    });

  function fromResend(body: string, { secret = "resend-secret", at = Date.now() } = {}): Request {
    const [id, timestamp] = [`msg_${Math.random()}`, String(Math.floor(at / 1000))];
    const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
    const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
    return new Request("http://localhost:3000/webhooks/resend", { method: "POST", headers, body });
  }

  it("are written back with the reason of a bounce", async () => {
    expect(
      (await resend(fromResend(await event("email.bounced", { bounce: { message: "mailbox full" } })))).status,
    ).toBe(200);
    await takeOver();
    expect(await rowOn("email")).toMatchObject({ status: "failed", error: "mailbox full", isFinal: true });
  });

  it("leave a line with the company that they are about, a stranger's without", async () => {
    const { companyId } = ours.company;
    const line = await lineOf(await resend(fromResend(await event("email.delivered"))));
    expect(line).toMatchObject({ channel: "webhook", route: "/webhooks/resend", companyId, principal: "provider" });
    const forged = await lineOf(await resend(fromResend(await event("email.delivered"), { secret: "other" })));
    expect(forged).toMatchObject({ route: "/webhooks/resend", status: 401 });
    expect(forged).not.toHaveProperty("companyId");
  });

  it("are refused when forged or old", async () => {
    const body = await event("email.delivered");
    expect((await resend(fromResend(body, { secret: "other" }))).status).toBe(401);
    expect((await resend(fromResend(body, { at: Date.now() - 10 * 60_000 }))).status).toBe(401);
    expect(await rowOn("email")).toMatchObject({ status: "sent" });
  });
});
