import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readStrategies } from "../queries/get-strategies";
import { POSSIBLE } from "../rules/strategy";
import { driftKind, type SetStrategiesInput } from "../schema";

/** Chooses which side stands; what is left out stays as it is. */
export async function setStrategies(ctx: CompanyContext, { strategies }: SetStrategiesInput): Promise<void> {
  const wrong = driftKind.options.find((kind) => {
    const wanted = strategies[kind];
    return wanted !== undefined && !POSSIBLE[kind].includes(wanted);
  });
  if (wrong)
    throw new AppError({ code: "VALIDATION_ERROR", reason: "strategy_not_possible", details: { kind: wrong } });
  await transact(ctx, async (tx) => {
    const before = await readStrategies(tx);
    const after = { ...before, ...strategies };
    await noteConnection(tx, { provider: "calcom", notes: { strategies: after } });
    recordAudit(tx, { action: "choose_calcom_strategies", subjectType: "integration", before, after });
  });
}
