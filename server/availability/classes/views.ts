import type { SessionRow } from "./repository/read";
import type { SessionView } from "./schema";

export function toSessionView({ resourceOccupancies, service, ...row }: SessionRow): SessionView {
  const { id, name, colour } = service;
  const resources = new Map(resourceOccupancies.map(({ resource }) => [resource.id, resource]));
  return { ...row, service: { id, name, colour }, resources: [...resources.values()] };
}
