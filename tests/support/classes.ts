import { createSessions } from "@/server/availability/classes/commands/create-sessions";
import { createSessionsInput } from "@/server/availability/classes/schema";
import { ownerOf } from "./actors";
import { createCustomer, createService, createStaff, createTenantWithCompany, type TestCompany } from "./factories";

/** A company with one group class of six places and somebody who teaches it. */
export async function createClassCompany() {
  const company = await createTenantWithCompany();
  const service = await createService(company, { name: "Yoga", capacity: 6, durationMinutes: 60, priceCents: 1500 });
  const teacher = await createStaff(company, { name: "Tina Turnt" });
  const customer = await createCustomer(company);
  return { company, service, teacher, customer };
}
export type ClassCompany = Awaited<ReturnType<typeof createClassCompany>>;

type Plan = Partial<Parameters<typeof createSessionsInput.parse>[0] & object>;

/** What a session on Wednesday, 2 December 2026 at ten asks for. */
export const sessionWish = ({ company, service, teacher }: ClassCompany, plan: Plan = {}) =>
  createSessionsInput.parse({
    serviceId: service.id,
    branchId: company.branchId,
    staffId: teacher.id,
    date: "2026-12-02",
    time: "10:00",
    ...plan,
  });

export async function createSession(world: ClassCompany, plan: Plan = {}): Promise<string> {
  const { results } = await createSessions(ownerOf(world.company), sessionWish(world, plan));
  const sessionId = results[0]?.sessionId;
  if (!sessionId) throw new Error(`no session: ${JSON.stringify(results)}`);
  return sessionId;
}

/** A place, or several, for a customer of the company. */
export const placeWish = (
  { company, service, customer }: ClassCompany,
  { sessionId, startsAt, customerId = customer.id, partySize }: PlaceWish,
) => ({
  customerId,
  branchId: company.branchId,
  serviceId: service.id,
  startsAt,
  classSessionId: sessionId,
  ...(partySize ? { partySize } : {}),
  source: "portal" as const,
});

interface PlaceWish {
  sessionId: string;
  startsAt: Date;
  customerId?: string;
  partySize?: number;
}

export const customersOf = (company: TestCompany, count: number) =>
  Promise.all(Array.from({ length: count }, () => createCustomer(company)));
