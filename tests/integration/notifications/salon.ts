import { afterAll, beforeAll } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { deliverNotification } from "@/server/notifications/commands/deliver-notification";
import { scheduleReminder } from "@/server/notifications/commands/schedule-reminder";
import { tellOfAppointment } from "@/server/notifications/commands/tell-of-appointment";
import { type RunningSandbox, startSandbox } from "@/server/sandbox/start-sandbox";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createCustomer } from "../../support/factories";

export const MOBILE = "+4915228817386";
export const EMAIL = "maria.schaefer@example.com";
const sid = `AC${"1".repeat(32)}`;

let sandbox: RunningSandbox;
let now = new Date();

/** The providers of this file, on their own wire formats. */
export function withProviders(): void {
  beforeAll(async () => {
    sandbox = await startSandbox({
      appUrl: "http://127.0.0.1:9",
      retellApiKey: "key_retell",
      calcomApiKeys: ["cal_nobody"],
      twilioAccountSid: sid,
      twilioAuthToken: "twilio-token",
      resendApiKey: "re_test",
      now: () => now,
    });
    Object.assign(process.env, {
      RESEND_BASE_URL: `${sandbox.url}/resend`,
      RESEND_API_KEY: "re_test",
      RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from("resend-secret").toString("base64")}`,
      TWILIO_API_BASE: `${sandbox.url}/twilio`,
      TWILIO_ACCOUNT_SID: sid,
      TWILIO_AUTH_TOKEN: "twilio-token",
    });
  });
  afterAll(() => sandbox.stop());
}

export async function steer(path: string, body?: unknown, method = body === undefined ? "GET" : "POST") {
  const response = await fetch(`${sandbox.url}/_${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export interface SentMessage {
  channel: "sms" | "email";
  to: string;
  subject?: string;
  text: string;
}
export const sentTo = async (...recipients: string[]): Promise<SentMessage[]> =>
  ((await steer("/messages")) as SentMessage[]).filter(({ to }) => recipients.includes(to));

export interface Salon extends BookableCompany {
  phone: string;
  email: string;
}

/** A company with one customer who has a mobile number and an e-mail address of their own. */
export async function createSalon(): Promise<Salon> {
  const ours = await createBookableCompany();
  const unique = ours.company.companyId.slice(-8);
  const phone = `+49152288${String(Number.parseInt(unique, 16) % 100_000).padStart(5, "0")}`;
  const email = `kundin-${unique}@example.com`;
  const customer = await createCustomer(ours.company, { phone, email });
  return { ...ours, customer, phone, email };
}

export const setNow = (at: Date): void => {
  now = at;
};
export const job = ({ company }: Salon) =>
  companyContext({ companyId: company.companyId, actor: { kind: "job", name: "test" }, now });

export async function book(ours: Salon, startsAt?: Date): Promise<string> {
  const { appointment } = await bookAppointment(ownerOf(ours.company, NOW), wishOf(ours, startsAt));
  return appointment.id;
}

let events = 0;
export const tell = (
  ours: Salon,
  appointmentId: string,
  what: "booked" | "rescheduled" | "cancelled",
  eventId = `event-${events++}`,
) => tellOfAppointment(job(ours), { appointmentId, what, eventId });
export const remind = (ours: Salon, appointmentId: string, decidedAt = NOW) =>
  scheduleReminder(job(ours), { appointmentId, decidedAt });

export const rowsOf = ({ company }: Salon) =>
  platformClient().notificationQueue.findMany({
    where: { companyId: company.companyId },
    orderBy: { createdAt: "asc" },
  });

/** Delivers every waiting message once, as its job would. */
export async function deliverAll(ours: Salon, isLastTry = false): Promise<string[]> {
  const states: string[] = [];
  for (const { id, status } of await rowsOf(ours)) {
    if (!["pending", "scheduled", "sending"].includes(status)) continue;
    const outcome = await deliverNotification(job(ours), { notificationId: id, isLastTry }).catch((error) => ({
      state: error.code as string,
    }));
    states.push(outcome.state);
  }
  return states;
}
