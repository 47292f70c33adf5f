import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { createService, type TestCompany } from "./factories";

type Company = Pick<TestCompany, "companyId" | "branchId">;
type Segment = Partial<Omit<Prisma.ServiceSegmentCreateManyInput, "id" | "companyId" | "position">>;
type ServiceOverrides = Parameters<typeof createService>[1];

/** A service that consists of segments, each of 30 minutes with anybody unless told otherwise. */
export async function createComposite(company: Company, segments: Segment[], overrides: ServiceOverrides = {}) {
  const service = await createService(company, { name: "Farbe komplett", isComposite: true, ...overrides });
  await platformClient().serviceSegment.createMany({
    data: segments.map((segment, position) => ({
      ...{ id: newId(), companyId: company.companyId, serviceId: service.id, position },
      ...{ name: `Schritt ${position + 1}`, durationMinutes: 30, staffMode: "any" as const },
      ...segment,
    })),
  });
  return service;
}

/** A room for one unless told otherwise. */
export function createResource(
  { companyId, branchId }: Company,
  overrides: Partial<Omit<Prisma.ResourceUncheckedCreateInput, "id" | "companyId">> = {},
) {
  const data = { id: newId(), companyId, branchId, name: "Raum 1", type: "room" as const, ...overrides };
  return platformClient().resource.create({ data });
}

/** What a service needs all the time. */
export function createNeed(
  { companyId }: Company,
  need: Omit<Prisma.ServiceResourceUncheckedCreateInput, "id" | "companyId">,
) {
  return platformClient().serviceResource.create({ data: { id: newId(), companyId, ...need } });
}

/** A session of a class, which takes its teacher's time. */
export async function createSession(
  { companyId, branchId }: Company,
  session: Omit<Prisma.ClassSessionUncheckedCreateInput, "id" | "companyId" | "branchId">,
) {
  const row = await platformClient().classSession.create({ data: { id: newId(), companyId, branchId, ...session } });
  const { id: classSessionId, staffId, startsAt: blockedFrom, endsAt: blockedUntil } = row;
  await platformClient().staffOccupancy.create({
    data: { companyId, classSessionId, staffId, blockedFrom, blockedUntil },
  });
  return row;
}
