import type { TransactionContext } from "@/server/core/context";
import { lockIntegration, writeNotes } from "../repository";
import type { IntegrationProvider } from "../schema";

// Not audited: whoever calls it is.
/** Keeps what a provider's own context wants to remember of the connection: whose account it is, who hears of changes. */
export async function noteConnection(
  tx: TransactionContext,
  { provider, notes }: { provider: IntegrationProvider; notes: Record<string, unknown> },
): Promise<void> {
  const row = await lockIntegration(tx, provider);
  await writeNotes(tx, { row, notes });
}
