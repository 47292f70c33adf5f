import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countByActor } from "../repository";
import { actorOf } from "../rules";
import { type ModificationActors, type ModificationFilters, modificationActor } from "../schema";

/** Who made how many of the changes: by what they are, and people and keys by their names; the busiest first. */
export async function countModificationActors(
  ctx: CompanyContext,
  filters: ModificationFilters,
): Promise<ModificationActors> {
  const rows = await transact(ctx, (tx) => countByActor(tx, filters));
  const kinds = modificationActor.options.map((kind) => {
    const count = rows.reduce((sum, row) => (actorOf(row.kind) === kind ? sum + row.count : sum), 0);
    return { kind, count };
  });
  const named = new Map<string, ModificationActors["actors"][number]>();
  for (const { kind, id, name, count } of rows) {
    if (!id) continue;
    const before = named.get(id);
    named.set(id, { kind: actorOf(kind), id, name: before?.name ?? name ?? "", count: count + (before?.count ?? 0) });
  }
  const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;
  return { kinds: kinds.filter(({ count }) => count > 0), actors: [...named.values()].sort(byCount) };
}
