import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findIntegration, lockIntegration, writeHealth } from "../repository";
import { admit } from "../rules/circuit";
import type { IntegrationProvider } from "../schema";

// Not audited: nobody decided anything, a counter did.
/**
 * Whether this company may call the provider now. While the circuit is open nobody may; afterwards one caller tries for
 * all, and whoever is admitted tells by `recordIntegrationResult` what came of it.
 */
export async function admitIntegrationCall(
  ctx: CompanyContext,
  { provider }: { provider: IntegrationProvider },
): Promise<{ isAllowed: true } | { isAllowed: false; waitSeconds: number }> {
  return transact(ctx, async (tx) => {
    const seen = await findIntegration(tx, provider);
    if (!seen?.circuit.openUntil) return { isAllowed: true };
    const row = await lockIntegration(tx, provider);
    const admission = admit(row.circuit, tx.now);
    if (!admission.isAllowed) return admission;
    await writeHealth(tx, row, { ...row, circuit: admission.circuit });
    return { isAllowed: true };
  });
}
