/** One field that differs, by its path (`address.city`). */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

const DEEPEST = 3;

/** What a command changed: the fields that are not the same before and after, in the order in which they were written. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [old, fresh] = [flatten(before), flatten(after)];
  const fields = [...new Set([...old.keys(), ...fresh.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function flatten(value: unknown, path = "", depth = 0): Map<string, unknown> {
  if (!isRecord(value) || depth === DEEPEST) return new Map(path || value != null ? [[path || "value", value]] : []);
  const parts = Object.entries(value).map(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key, depth + 1));
  return new Map(parts.flatMap((part) => [...part]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
