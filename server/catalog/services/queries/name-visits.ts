import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findServiceNames } from "../repository/names";
import { followingServiceIds, type KeptVisit, type VisitService, visitName, visitServices } from "../rules/visit";

/** A visit with all of its services in their order, and what the whole of it is called. */
export type NamedVisit<V extends KeptVisit> = Omit<V, "parts"> & { services: VisitService[]; serviceName: string };

/** Names visits by everything that was booked; one that is a single service costs no look-up. */
export async function nameVisits<V extends KeptVisit>(
  ctx: CompanyContext,
  visits: readonly V[],
): Promise<NamedVisit<V>[]> {
  const ids = new Set(visits.flatMap(followingServiceIds));
  const names = ids.size > 0 ? await transact(ctx, (tx) => findServiceNames(tx, [...ids])) : new Map<string, string>();
  return visits.map((visit) => {
    const { parts: _, ...rest } = visit;
    const services = visitServices(visit, names);
    return { ...rest, services, serviceName: visitName(services) };
  });
}
