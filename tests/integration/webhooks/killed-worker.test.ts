import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import pg from "pg";
import twilio from "twilio";
import { afterEach, expect, it } from "vitest";
import { POST as calcomDoor } from "@/app/webhooks/calcom/[companyKey]/route";
import { POST as twilioDoor } from "@/app/webhooks/twilio/route";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { createCustomer } from "../../support/factories";
import { createTelephoneCompany, ringing, sendEvent, type TelephoneCompany } from "../../support/telephone";
import { until } from "../inngest/harness";
import { ended } from "../inngest/workers";

const TOKEN = process.env.TWILIO_AUTH_TOKEN ?? "";
const NUMBER = "+4915228817399";
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(children.map(ended));
});

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/integration/webhooks/webhook-worker.ts"], {
    env: process.env,
    stdio: "inherit",
  });
  children.push(child);
  return child;
}

async function fromTwilio(): Promise<Response> {
  const address = "http://localhost:3000/webhooks/twilio";
  const form = { MessageSid: "SM1", From: NUMBER, To: "+4930", Body: "STOP" };
  const headers = { "x-twilio-signature": twilio.getExpectedTwilioSignature(TOKEN, address, form) };
  return twilioDoor(new Request(address, { method: "POST", headers, body: new URLSearchParams(form) }));
}

async function fromCalcom({ companyId }: TelephoneCompany): Promise<Response> {
  const place = { column: "companies.calcom_webhook_secret_encrypted", rowId: companyId };
  const data = { calcomWebhookSecretEncrypted: encrypt("their secret", place) };
  await platformClient().company.update({ where: { id: companyId }, data });
  const body = JSON.stringify({ triggerEvent: "PING", createdAt: new Date().toISOString(), payload: {} });
  const headers = { "x-cal-signature-256": createHmac("sha256", "their secret").update(body).digest("hex") };
  const request = new Request(`http://localhost:3000/webhooks/calcom/${companyId}`, { method: "POST", headers, body });
  return calcomDoor(request, { params: Promise.resolve({ companyKey: companyId }) });
}

/** Whoever would write that a delivery has come to its end waits, until `work` is over. */
async function whileNothingEnds(work: (isHeldUp: () => Promise<boolean>) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query("BEGIN; LOCK TABLE webhook_logs IN SHARE MODE");
  const waiting = "SELECT count(*)::int AS n FROM pg_locks WHERE relation = 'webhook_logs'::regclass AND NOT granted";
  await work(async () => (await owner.query(waiting)).rows[0].n >= 3).finally(() => owner.end());
}

it("loses nothing that was acknowledged, and does nothing twice, when whoever works on it is killed", async () => {
  const company = await createTelephoneCompany();
  const { companyId } = company;
  const customer = await createCustomer(company, { phone: NUMBER });
  const call = ringing(company);
  const answers = [await sendEvent("call_started", call), await fromTwilio(), await fromCalcom(company)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const states = async () =>
    (await platformClient().webhookLog.findMany({ where: { companyId } })).map((l) => l.status);
  const effects = async () => [
    await platformClient().call.count({ where: { companyId } }),
    await platformClient().consent.count({ where: { companyId, customerId: customer.id } }),
  ];

  await whileNothingEnds(async (isHeldUp) => {
    const first = startWorker();
    await until(isHeldUp, { timeoutMs: 90_000, what: "all three to be almost done" });
    first.kill("SIGKILL");
    await ended(first);
  });
  expect([await states(), await effects()]).toEqual([Array(3).fill("received"), [0, 0]]);

  startWorker();
  const areDone = async () => (await states()).every((state) => state === "processed");
  await until(areDone, { timeoutMs: 90_000, what: "all three to be done" });
  expect(await effects()).toEqual([1, 1]);
}, 240_000);
