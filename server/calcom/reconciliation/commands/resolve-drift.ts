import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { cancelThere } from "../../conflicts/commands/cancel-there";
import { ignoreConflict, keepOurs } from "../../conflicts/commands/decide-conflict";
import { takeOverConflict } from "../../conflicts/commands/take-over-conflict";
import { findDriftRow } from "../repository/drifts";
import type { DriftDecision, ResolveDriftInput } from "../schema";

const DECIDE: Record<DriftDecision, (ctx: CompanyContext, input: { conflictId: string }) => Promise<void>> = {
  take_over: takeOverConflict,
  keep_ours: keepOurs,
  cancel_there: cancelThere,
  ignore: ignoreConflict,
};

// Not audited: deciding the conflict is.
/** Decides about what differs: it is the same decision as about the conflict that it is. */
export async function resolveDrift(ctx: CompanyContext, input: ResolveDriftInput): Promise<void> {
  const { driftId, decision, version } = input;
  const conflictId = await transact(ctx, async (tx) => {
    const row = await findDriftRow(tx, driftId);
    if (!row) throw notFound("drift");
    if (row.state !== "open") throw new AppError({ code: "INVALID_TRANSITION", reason: "conflict_settled" });
    if (version !== undefined && row.version !== version)
      throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
    if (!row.eventMapId) throw notFound("conflict");
    return row.eventMapId;
  });
  await DECIDE[decision](ctx, { conflictId });
}
