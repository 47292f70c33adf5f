import { branchIdOf, companyIdOf, idOf, serviceIdOf } from "./business";
import { slugOf } from "./ids";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

/** Services, their parts, and where they are offered. */
export async function writeCatalog({ tx, business }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  await insertRows(
    tx.service,
    business.services.map((service, position) => ({
      id: serviceIdOf(business, service.name),
      companyId,
      name: service.name,
      description: service.description,
      category: service.category,
      durationMinutes: service.minutes,
      bufferAfterMinutes: service.bufferAfter ?? 0,
      priceCents: service.cents,
      taxRateBps: service.taxRateBps ?? 1900,
      colour: service.colour,
      synonyms: service.synonyms,
      isComposite: service.segments !== undefined,
      position,
    })),
  );
  await insertRows(
    tx.serviceSegment,
    business.services.flatMap(({ name, segments = [] }) =>
      segments.map((segment, position) => ({
        id: idOf(business, "segment-of-service", `${slugOf(name)}/${position}`),
        companyId,
        serviceId: serviceIdOf(business, name),
        position,
        name: segment.name,
        durationMinutes: segment.minutes,
        isStaffFree: segment.isStaffFree,
      })),
    ),
  );
  await insertRows(
    tx.branchService,
    business.branches.flatMap(({ slug }) =>
      business.services.map(({ name }) => ({
        id: idOf(business, "branch-service", `${slug}/${slugOf(name)}`),
        companyId,
        branchId: branchIdOf(business, slug),
        serviceId: serviceIdOf(business, name),
      })),
    ),
  );
}
