import type { AuditRow } from "./repository/list";
import type { NamedRow, Names } from "./repository/names";
import { changesOf } from "./rules/changes";
import { canReadValues } from "./rules/visible-values";
import type { AuditEntryDetails, AuditEntryView } from "./schema";

interface Viewed {
  names: Names;
  /** Null: all of them. */
  resources: readonly string[] | null;
}

export function toAuditEntryView(row: AuditRow, { names, resources }: Viewed): AuditEntryView {
  const { id, sequence, occurredAt, logName, action, actor, subjectType, subjectId } = row;
  // What is new has no fields that changed.
  const isEdit = row.oldValues !== null && canReadValues(row, resources);
  const changes = isEdit ? changesOf(row.oldValues, row.newValues) : [];
  return {
    id,
    sequence: Number(sequence),
    occurredAt,
    logName,
    action,
    actor: { kind: actor.kind, name: actor.name ?? null, reason: actor.reason ?? null },
    subject: subjectType ? { type: subjectType, id: subjectId, name: nameOf(subjectId, names) } : null,
    fields: changes.map(({ field }) => field),
  };
}

export function toAuditEntryDetails(row: AuditRow, viewed: Viewed): AuditEntryDetails {
  const { ip, userAgent, requestId, hash, isErased } = row;
  const isHidden = !canReadValues(row, viewed.resources);
  const changes = isHidden ? [] : changesOf(row.oldValues, row.newValues);
  return {
    ...toAuditEntryView(row, viewed),
    changes: changes.map((change) => ({
      ...change,
      beforeName: nameOf(change.before, viewed.names),
      afterName: nameOf(change.after, viewed.names),
    })),
    ...{ isErased, isHidden, ip, userAgent, requestId, hash },
  };
}

/** The rows whose names an entry needs to be understood: its subject, and what its values refer to. */
export function namedIn(row: AuditRow): NamedRow[] {
  const referred = changesOf(row.oldValues, row.newValues).flatMap(({ field, before, after }) => {
    const type = TYPE_OF_FIELD.exec(field)?.[1]?.toLowerCase();
    return type ? [before, after].filter(isId).map((id) => ({ type, id })) : [];
  });
  return [...subjectOf(row), ...referred];
}

export const subjectOf = ({ subjectType, subjectId }: AuditRow): NamedRow[] =>
  subjectType && subjectId ? [{ type: subjectType, id: subjectId }] : [];

const TYPE_OF_FIELD = /(customer|appointment|call|staff|service|branch|user)Id$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isId = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
const nameOf = (value: unknown, names: Names): string | null => (isId(value) && names.get(value)) || null;
