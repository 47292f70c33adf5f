import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { deliverNotification } from "@/server/notifications/commands/deliver-notification";
import { scheduleReminder } from "@/server/notifications/commands/schedule-reminder";
import { tellOfAppointment } from "@/server/notifications/commands/tell-of-appointment";
import type { RunningSandbox } from "@/server/sandbox/start-sandbox";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createCustomer } from "../../support/factories";
import { startProviders } from "../../support/providers";

export const MOBILE = "+4915228817386";
export const EMAIL = "maria.schaefer@example.com";

let sandbox: RunningSandbox;
let now = NOW;

/** The providers of this file, on their own wire formats. Each test begins at the same moment, wherever the one before went. */
export function withProviders(): void {
  beforeAll(async () => {
    sandbox = await startProviders({ now: () => now });
  });
  beforeEach(() => setNow(NOW));
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
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/** Books, and the customer has been told by text message and by e-mail. */
export async function tellOfBooking(ours: Salon): Promise<void> {
  await tell(ours, await book(ours), "booked");
  await deliverAll(ours);
  const told = (await rowsOf(ours)).map(({ channel, status, error }) => ({ channel, status, error }));
  const sent = { status: "sent", error: null };
  expect(told.sort((a, b) => a.channel.localeCompare(b.channel))).toEqual([
    { channel: "email", ...sent },
    { channel: "sms", ...sent },
  ]);
}

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
