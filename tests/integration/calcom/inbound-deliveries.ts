import { createHmac } from "node:crypto";
import http from "node:http";
import { afterAll, beforeAll, vi } from "vitest";
import { POST } from "@/app/webhooks/calcom/[companyKey]/route";
import { processCalcomWebhook } from "@/server/calcom/commands/process-calcom-webhook";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { jobOf, NOW } from "../../support/actors";
import type { BookableCompany } from "../../support/booking";
import { type ConnectedCompany, createConnectedCompany, steer, type ThereBooking } from "./connected-company";

let address = "";

/** Our door for this file, reached over HTTP as the other side reaches it. */
export function withDoor(): void {
  const server = http.createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const companyKey = incoming.url?.split("/").at(-1) ?? "";
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const request = new Request(`http://door${incoming.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    const answer = await POST(request, { params: Promise.resolve({ companyKey }) });
    outgoing.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const bound = server.address();
    address = typeof bound === "object" && bound ? `http://127.0.0.1:${bound.port}/webhooks/calcom` : "";
  });
  afterAll(() => new Promise<unknown>((done) => server.close(done)));
}

/** What is sent to where we are said to be reaches this file's door. */
export function leadToDoor(): void {
  const send = globalThis.fetch;
  const told = `${env().APP_URL.replace(/\/$/, "")}/webhooks/calcom`;
  vi.spyOn(globalThis, "fetch").mockImplementation((url, init) => send(String(url).replace(told, address), init));
}

export const SECRET = "secret of this company";

/** A connected company that hears of what happens over there. */
export async function createListeningCompany(): Promise<ConnectedCompany> {
  const ours = await createConnectedCompany();
  const { companyId } = ours.company;
  await setSecret(ours, SECRET);
  const subscriber = { subscriberUrl: `${address}/${companyId}`, secret: SECRET };
  await steer("/calcom/seed", { apiKey: ours.apiKey, subscribers: [subscriber] });
  return ours;
}

/** What deliveries to this company are signed with. */
export async function setSecret({ company: { companyId } }: BookableCompany, secret: string | null): Promise<void> {
  const place = { column: "companies.calcom_webhook_secret_encrypted", rowId: companyId };
  const calcomWebhookSecretEncrypted = secret && encrypt(secret, place);
  await platformClient().company.update({ where: { id: companyId }, data: { calcomWebhookSecretEncrypted } });
}

/** Somebody books on the other side's page. */
export async function bookThere(
  ours: ConnectedCompany,
  { at, ...changes }: { at: Date; eventTypeId?: number; attendee?: Record<string, unknown>; metadata?: object },
): Promise<ThereBooking> {
  const attendee = { name: "Nina Neu", email: "nina@example.com", timeZone: "Europe/Berlin", language: "de" };
  return steer("/bookings", { eventTypeId: ours.eventTypeId, start: at.toISOString(), attendee, ...changes });
}

export const moveThere = (uid: string, at: Date): Promise<ThereBooking> =>
  steer(`/bookings/${uid}/reschedule`, { start: at.toISOString() });
export const cancelThere = (uid: string): Promise<ThereBooking> => steer(`/bookings/${uid}/cancel`, {});

/** A delivery that the sandbox would not send, signed as the other side signs. */
export async function deliver(ours: BookableCompany, body: unknown, secret = SECRET): Promise<Response> {
  const raw = typeof body === "string" ? body : JSON.stringify(body);
  const signature = createHmac("sha256", secret).update(raw).digest("hex");
  const headers = { "content-type": "application/json", "x-cal-signature-256": signature };
  return fetch(`${address}/${ours.company.companyId}`, { method: "POST", body: raw, headers });
}

interface Waiting {
  deliveryId: string;
  bookingUid: string;
  trigger: string;
}

/** What was received and waits for the job, in the order of its coming. */
export async function received({ company: { companyId } }: BookableCompany): Promise<Waiting[]> {
  const rows = await platformClient().outboxEvent.findMany({
    where: { companyId, name: "calcom/webhook.received" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ payload }) => payload as unknown as Waiting);
}

export const processOne = (ours: BookableCompany, deliveryId: string, now: Date = NOW, isLastTry = false) =>
  processCalcomWebhook(jobOf(ours.company, "process-calcom-webhook", now), { deliveryId, isLastTry });

/** What the job does with all that was received; says what came of each. */
export async function processAll(ours: BookableCompany, now: Date = NOW) {
  const results = [];
  for (const { deliveryId } of await received(ours)) results.push(await processOne(ours, deliveryId, now));
  return results;
}

const MESSAGES = ["booked", "confirmed", "rescheduled", "cancelled", "restored"].map((one) => `appointment/${one}`);

/** What became of appointments that their customers are told by us. */
export async function toldByUs({ company: { companyId } }: BookableCompany): Promise<string[]> {
  const rows = await platformClient().outboxEvent.findMany({ where: { companyId, name: { in: MESSAGES } } });
  return rows
    .filter(({ payload }) => (payload as Record<string, unknown>).notifyCustomer !== false)
    .map(({ name }) => name);
}

export const appointmentsOf = ({ company: { companyId } }: BookableCompany) =>
  platformClient().appointment.findMany({ where: { companyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
export const mapsOf = ({ company: { companyId } }: BookableCompany) =>
  platformClient().calcomEventMap.findMany({ where: { companyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
export const deliveriesOf = ({ company: { companyId } }: BookableCompany) =>
  platformClient().webhookLog.findMany({ where: { companyId }, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] });
