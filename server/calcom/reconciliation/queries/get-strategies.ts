import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { POSSIBLE, strategyFor } from "../rules/strategy";
import { type DriftStrategies, driftKind, driftStrategies, type StrategiesView } from "../schema";

/** Which side stands for each kind of difference, and what else could be chosen. */
export async function getStrategies(ctx: CompanyContext): Promise<StrategiesView> {
  const chosen = await transact(ctx, readStrategies);
  const strategies = Object.fromEntries(
    driftKind.options.map((kind) => [kind, { chosen: strategyFor(kind, { chosen }), possible: [...POSSIBLE[kind]] }]),
  ) as StrategiesView["strategies"];
  return { strategies };
}

export async function readStrategies(tx: TransactionContext): Promise<DriftStrategies> {
  const { strategies } = await readConnectionNotes(tx, "calcom");
  return driftStrategies.catch({}).parse(strategies ?? {});
}
