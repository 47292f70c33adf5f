/** What of a choice is another than what is saved: somebody else may be changing the rest. */
export function changedFields<Fields extends object>(saved: Fields, chosen: Partial<Fields>): Partial<Fields> {
  const fields = Object.keys(chosen) as (keyof Fields)[];
  return Object.fromEntries(
    fields.filter((field) => chosen[field] !== saved[field]).map((field) => [field, chosen[field]]),
  ) as Partial<Fields>;
}
