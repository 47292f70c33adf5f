/** `$check.slot.slot_id` becomes that value of the scope, `{{check.say}}` in a text its words; whatever else stays as it is. */
export function fillIn(value: unknown, scope: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => fillIn(each, scope));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillIn(each, scope)]));
  }
  if (typeof value !== "string") return value;
  if (/^\$[\w.-]+$/.test(value)) return valueAt(value.slice(1), scope);
  return value.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => String(valueAt(path, scope) ?? ""));
}

function valueAt(path: string, scope: Record<string, unknown>): unknown {
  return path
    .split(".")
    .reduce<unknown>((from, key) => (from as Record<string, unknown> | null | undefined)?.[key], scope);
}
