import type { TransactionContext } from "@/server/core/context";
import { findIntegration } from "../repository";
import type { IntegrationProvider } from "../schema";

/** What was kept by `noteConnection`, as it was given. */
export async function readConnectionNotes(
  tx: TransactionContext,
  provider: IntegrationProvider,
): Promise<Record<string, unknown>> {
  return (await findIntegration(tx, provider))?.config ?? {};
}
