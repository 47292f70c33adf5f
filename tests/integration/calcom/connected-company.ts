import { afterAll, beforeAll } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { SandboxConfig } from "@/server/sandbox/config";
import type { RunningSandbox } from "@/server/sandbox/start-sandbox";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createCustomer, createStaff } from "../../support/factories";
import { startProviders } from "../../support/providers";

let sandbox: RunningSandbox;
let lastId = 0;

/** The other side for this file: answers on the real wire format, at the actors' fixed time. */
export function withSandbox({ now = () => NOW, calcomRateLimit = 1000 }: Partial<SandboxConfig> = {}): void {
  beforeAll(async () => {
    sandbox = await startProviders({ calcomRateLimit, now });
  });
  afterAll(() => sandbox.stop());
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by the tests
export async function steer(path: string, body?: unknown, method = body === undefined ? "GET" : "POST"): Promise<any> {
  const response = await fetch(`${sandbox.url}/_${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export interface ThereBooking {
  uid: string;
  status: string;
  start: string;
  end: string;
  eventTypeId: number;
  metadata: Record<string, string>;
  attendee: { name: string; email: string; phoneNumber?: string; timeZone: string; language: string };
  rescheduledFromUid: string | null;
  rescheduledToUid: string | null;
  cancellationReason: string | null;
  account: string;
}

export interface ConnectedCompany extends BookableCompany {
  colleague: Awaited<ReturnType<typeof createStaff>>;
  apiKey: string;
  eventTypeId: number;
  colleagueTypeId: number;
}

/** A company with an account of its own over there: two people, each with an event type for the one service. */
export async function createConnectedCompany(): Promise<ConnectedCompany> {
  const ours = await createBookableCompany();
  const colleague = await createStaff(ours.company, { name: "Berta Beispiel" });
  const apiKey = `cal_${newId()}`;
  const ids = { hosts: [++lastId, ++lastId], types: [lastId * 10 + 1, lastId * 10 + 2] };
  const [host = 0, otherHost = 0] = ids.hosts;
  const [eventTypeId = 0, colleagueTypeId = 0] = ids.types;
  const person = (id: number) => {
    return {
      id,
      name: `Host ${id}`,
      email: `host${id}@salon.example`,
      username: `host-${id}`,
      timeZone: "Europe/Berlin",
    };
  };
  const type = { title: "Haarschnitt", slug: "haarschnitt", lengthInMinutes: 30 };
  await steer("/calcom/seed", {
    apiKey,
    users: [person(host), person(otherHost)],
    eventTypes: [
      { ...type, id: eventTypeId, ownerId: host },
      { ...type, id: colleagueTypeId, ownerId: otherHost },
    ],
  });
  await connect(ours, apiKey);
  const { companyId } = ours.company;
  const mapping = { companyId, title: type.title, slug: type.slug, lengthMinutes: 30, serviceId: ours.service.id };
  await platformClient().teamEventTypeMapping.createMany({
    data: [
      { ...mapping, id: newId(), calcomEventTypeId: eventTypeId, staffId: ours.staff.id },
      { ...mapping, id: newId(), calcomEventTypeId: colleagueTypeId, staffId: colleague.id },
    ],
  });
  return { ...ours, colleague, apiKey, eventTypeId, colleagueTypeId };
}

export async function connect({ company }: BookableCompany, apiKey: string | null): Promise<void> {
  const place = { column: "companies.calcom_api_key_encrypted", rowId: company.companyId };
  await platformClient().company.update({
    where: { id: company.companyId },
    data: { calcomApiKeyEncrypted: apiKey && encrypt(apiKey, place) },
  });
}

export async function book(ours: BookableCompany, changes: Partial<ReturnType<typeof wishOf>> = {}): Promise<string> {
  const { appointment } = await bookAppointment(ownerOf(ours.company), { ...wishOf(ours), ...changes });
  return appointment.id;
}

export async function createUnreachableCustomer({ company }: BookableCompany) {
  return createCustomer(company, { phone: null });
}

/** What stands in this company's account over there. */
export async function there({ apiKey }: ConnectedCompany): Promise<ThereBooking[]> {
  return ((await steer("/bookings")) as ThereBooking[]).filter(({ account }) => account === apiKey);
}

export async function standing(ours: ConnectedCompany): Promise<ThereBooking[]> {
  return (await there(ours)).filter(({ status }) => status === "accepted" || status === "pending");
}

export const jobFor = ({ company }: BookableCompany, now: Date = NOW) =>
  jobOf(company, "sync-appointment-to-calcom", now);

export async function appointmentRow(appointmentId: string) {
  return platformClient().appointment.findUniqueOrThrow({ where: { id: appointmentId } });
}

export async function mapRow(appointmentId: string) {
  return platformClient().calcomEventMap.findFirstOrThrow({ where: { appointmentId } });
}
