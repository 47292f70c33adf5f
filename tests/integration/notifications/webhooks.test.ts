import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import twilio from "twilio";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as resend } from "@/app/webhooks/resend/route";
import { POST as twilioDoor } from "@/app/webhooks/twilio/route";
import { platformClient } from "@/server/core/db";
import { book, createSalon, deliverAll, rowsOf, type Salon, tell, withProviders } from "./salon";

const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
Object.assign(process.env, { LOG_LEVEL: "info", LOG_DESTINATION: join(folder, "log") });
afterAll(() => rmSync(folder, { recursive: true }));

withProviders();
let ours: Salon;

beforeEach(async () => {
  ours = await createSalon();
  await tell(ours, await book(ours), "booked");
  await deliverAll(ours);
});

/** What the log says of the request that was answered so. */
async function lineOf(answer: Response) {
  const id = answer.headers.get("x-request-id") ?? "";
  const find = () =>
    readFileSync(join(folder, "log"), "utf8")
      .split("\n")
      .find((line) => line.includes(id) && line.includes('"request"'));
  return JSON.parse((await vi.waitUntil(find)) ?? "");
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

const statusOf = async (status: string) => {
  const sid = (await rowOn("sms"))?.providerMessageId ?? "";
  return { MessageSid: sid, SmsSid: sid, MessageStatus: status, To: ours.phone, From: "AskProAI" };
};

describe("delivery reports of text messages", () => {
  it("are written back, and never take a state back", async () => {
    expect((await twilioDoor(fromTwilio(await statusOf("delivered")))).status).toBe(200);
    expect(await rowOn("sms")).toMatchObject({ status: "delivered", deliveredAt: expect.any(Date) });
    await twilioDoor(fromTwilio(await statusOf("sent")));
    await twilioDoor(fromTwilio(await statusOf("failed")));
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

  it("take STOPP for an answer", async () => {
    await twilioDoor(fromTwilio({ MessageSid: "SM1", From: ours.phone, To: "+4930", Body: " Stopp " }));
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      smsOptIn: false,
    });
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
