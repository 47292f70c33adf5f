/** A service of a visit. */
export interface VisitService {
  id: string;
  name: string;
}

/** What is written down of a visit: its first service, and all of its parts where they say more than that. */
export interface KeptVisit {
  service: VisitService;
  parts: unknown;
}

/** The services that come after the first one, as they were booked. */
export function followingServiceIds({ parts }: Pick<KeptVisit, "parts">): string[] {
  if (!Array.isArray(parts)) return [];
  return parts.slice(1).flatMap((part) => (typeof part?.serviceId === "string" ? [part.serviceId] : []));
}

/** All that a visit consists of, by the names that the services have now. */
export function visitServices(visit: KeptVisit, names: ReadonlyMap<string, string>): VisitService[] {
  const following = followingServiceIds(visit).map((id) => ({ id, name: names.get(id) ?? "" }));
  return [{ id: visit.service.id, name: visit.service.name }, ...following.filter(({ name }) => name !== "")];
}

/** What a visit is called wherever there is room for all of it. */
export const visitName = (services: readonly Pick<VisitService, "name">[]): string =>
  services.map(({ name }) => name).join(" + ");
