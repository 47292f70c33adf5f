import { specialHours } from "../schema";
import type { ExceptionRow } from "./repository";
import { toDays } from "./rules";
import type { ExceptionView } from "./schema";

export function zoneOf({ staff, resource, branch, company }: ExceptionRow): string {
  return staff?.homeBranch.timezone ?? resource?.branch.timezone ?? branch?.timezone ?? company.timezone;
}

export function toExceptionView(row: ExceptionRow): ExceptionView {
  const { id, ownerType, branchId, staffId, resourceId, kind, state, startsAt, endsAt, reason, version } = row;
  const { decisionNote, decidedAt, createdAt } = row;
  const timezone = zoneOf(row);
  const ownerName = row.staff?.name ?? row.resource?.name ?? row.branch?.name ?? null;
  const hours = specialHours.nullable().catch(null).parse(row.hours);
  return {
    ...{ id, ownerType, branchId, staffId, resourceId, ownerName, kind, state, startsAt, endsAt, timezone, hours },
    ...toDays({ startsAt, endsAt }, timezone),
    ...{ reason, decisionNote, decidedAt, createdAt, version },
  };
}
