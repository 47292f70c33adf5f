import type { GroupRow } from "./repository/groups";
import type { ResourceRow } from "./repository/read";
import type { ResourceGroupView, ResourceView } from "./schema";

interface Week {
  takenMinutes: number;
  openMinutes: number;
}

export function toResourceView(row: ResourceRow, week: Week = { takenMinutes: 0, openMinutes: 0 }): ResourceView {
  const { id, name, type, capacity, branch, resourceGroup: group, version, deletedAt, isActive } = row;
  const { takenMinutes, openMinutes } = week;
  const status = deletedAt ? "archived" : isActive ? "active" : "inactive";
  return { id, name, type, capacity, branch, group, version, status, week: { takenMinutes, openMinutes } };
}

export function toGroupView({ id, name, branch, resources, version }: GroupRow): ResourceGroupView {
  return { id, name, branch, resources, version };
}
