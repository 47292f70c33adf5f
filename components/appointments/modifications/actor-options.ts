import type { ModificationActors } from "@/server/appointments/modifications/schema";
import { ACTORS, type ModificationFilterValues } from "./modification-filters";

/**
 * Who can be chosen: all kinds with how many changes each made, and people and keys by name, of the chosen kind only. Whoever
 * is chosen stays to be seen, also with nothing in this period.
 */
export function actorOptions(
  counted: ModificationActors | undefined,
  { actor, person }: Pick<ModificationFilterValues, "actor" | "person">,
) {
  const counts = new Map(counted?.kinds.map(({ kind, count }) => [kind, count]));
  const kinds = ACTORS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
  const named = (counted?.actors ?? []).filter(({ kind }) => !actor || kind === actor);
  const isMissing = person !== null && !named.some(({ id }) => id === person);
  return { kinds, named: isMissing ? [...named, { id: person, name: "", count: 0 }] : named };
}
