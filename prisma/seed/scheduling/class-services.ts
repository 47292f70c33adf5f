import { branchIdOf, companyIdOf, idOf, serviceIdOf, staffIdOf } from "../business";
import { slugOf } from "../ids";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

/** Classes stand among the services, behind those for one. */
export async function writeClassServices({ tx, business }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  const classes = business.classes ?? [];
  await insertRows(
    tx.service,
    classes.map(({ name, description, category, minutes, cents, taxRateBps, colour, synonyms, capacity }, nr) => ({
      ...{ id: serviceIdOf(business, name), companyId, name, description, category },
      ...{ durationMinutes: minutes, priceCents: cents, taxRateBps, colour, synonyms, capacity },
      position: business.services.length + nr,
    })),
  );
  await insertRows(
    tx.branchService,
    classes.map(({ name, branch }) => ({
      id: idOf(business, "branch-service", `${branch}/${slugOf(name)}`),
      companyId,
      branchId: branchIdOf(business, branch),
      serviceId: serviceIdOf(business, name),
    })),
  );
  await insertRows(
    tx.staffService,
    classes.map(({ name, teacher }) => ({
      id: idOf(business, "staff-service", `${slugOf(teacher)}/${slugOf(name)}`),
      companyId,
      staffId: staffIdOf(business, teacher),
      serviceId: serviceIdOf(business, name),
    })),
  );
}
