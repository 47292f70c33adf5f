import type { CompanyContext } from "@/server/core/context";
import { reading, transact } from "@/server/core/transact";
import { findIntegration, lockIntegration, writeHealth } from "../repository";
import { admit, type Patience } from "../rules/circuit";
import type { IntegrationProvider } from "../schema";

// Not audited: nobody decided anything, a counter did.
/**
 * Whether this company may call the provider now. While the circuit is open nobody may; afterwards one caller tries for
 * all, and whoever is admitted tells by `recordIntegrationResult` what came of it. Whoever is patient also waits while little
 * of the allowance is left.
 */
export async function admitIntegrationCall(
  ctx: CompanyContext,
  { provider, isPatient = false }: Patience & { provider: IntegrationProvider },
): Promise<{ isAllowed: true } | { isAllowed: false; waitSeconds: number }> {
  const seen = await reading(ctx, (tx) => findIntegration(tx, provider));
  if (!seen) return { isAllowed: true };
  if (!seen.circuit.openUntil) return admit(seen.circuit, ctx.now, { isPatient });
  return transact(ctx, async (tx) => {
    const row = await lockIntegration(tx, provider);
    const admission = admit(row.circuit, tx.now, { isPatient });
    if (!admission.isAllowed) return admission;
    await writeHealth(tx, row, { ...row, circuit: admission.circuit });
    return { isAllowed: true };
  });
}
