import { DAY } from "@/server/core/time";
import { isActive, type PlannedAppointment } from "../appointments/planned";
import {
  branchIdOf,
  companyIdOf,
  idOf,
  resourceIdOf,
  type SeedBusiness,
  type SeedResource,
  serviceIdOf,
} from "../business";
import { slugOf } from "../ids";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

/** As far back as people's time stands in the occupancies. */
const OCCUPIED_DAYS = 60;

/** Rooms and devices, their groups, and what needs them. */
export async function writeResources({ tx, business }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  const resources = business.resources ?? [];
  const grouped = new Map(resources.flatMap((one) => (one.group ? [[one.group, one]] : [])));
  await insertRows(
    tx.resourceGroup,
    [...grouped].map(([name, { branch }]) => {
      return { id: groupIdOf(business, name), companyId, branchId: branchIdOf(business, branch), name };
    }),
  );
  await insertRows(
    tx.resource,
    resources.map(({ name, type, branch, group }) => ({
      ...{ id: resourceIdOf(business, name), companyId, branchId: branchIdOf(business, branch), name, type },
      resourceGroupId: group ? groupIdOf(business, group) : null,
    })),
  );
  const single = resources.filter(({ group }) => !group);
  await insertRows(
    tx.serviceResource,
    [...grouped.values(), ...single].flatMap((resource) => needRows(business, resource)),
  );
}

const groupIdOf = (business: SeedBusiness, name: string) => idOf(business, "resource-group", slugOf(name));

function needRows(business: SeedBusiness, { name, group, neededFor }: SeedResource) {
  return neededFor.map((service) => ({
    id: idOf(business, "service-resource", `${slugOf(service)}/${slugOf(group ?? name)}`),
    companyId: companyIdOf(business),
    serviceId: serviceIdOf(business, service),
    resourceId: group ? null : resourceIdOf(business, name),
    resourceGroupId: group ? groupIdOf(business, group) : null,
  }));
}

/** Everybody works in a room of their own of the group, so that no two appointments want the same one. */
export async function writeResourceTimes({ tx, business, planned, clock }: Seeding): Promise<void> {
  const since = clock.now.getTime() - OCCUPIED_DAYS * DAY;
  const takes = (one: PlannedAppointment) =>
    isActive(one) || (one.status === "completed" && one.startsAt.getTime() > since);
  await insertRows(
    tx.resourceOccupancy,
    planned.filter(takes).flatMap((one) =>
      takenBy(business, one).map(({ name }) => ({
        companyId: companyIdOf(business),
        resourceId: resourceIdOf(business, name),
        appointmentId: idOf(business, "appointment", one.index),
        blockedFrom: one.blockedFrom,
        blockedUntil: one.blockedUntil,
      })),
    ),
  );
}

function takenBy(business: SeedBusiness, { service, staff }: PlannedAppointment): SeedResource[] {
  const needed = (business.resources ?? []).filter(({ neededFor }) => neededFor.includes(service.name));
  const rooms = needed.filter(({ group }) => group);
  const own = rooms[business.staff.indexOf(staff) % Math.max(1, rooms.length)];
  return [...(own ? [own] : []), ...needed.filter(({ group }) => !group)];
}
