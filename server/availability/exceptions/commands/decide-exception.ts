import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, userIdOf } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { exceptionDecided } from "../events";
import { changeException } from "../repository";
import { checkDecision } from "../rules";
import type { DecideExceptionInput, ExceptionView } from "../schema";
import { toExceptionView } from "../views";
import { requireException, requireNobodyInTheWay, requireOwner } from "./require-plannable";

/** Says yes or no to time off that somebody asked for; with a yes it takes their time, after the appointments in it were listed. */
export async function decideException(ctx: CompanyContext, input: DecideExceptionInput): Promise<ExceptionView> {
  const { exceptionId, isApproved, isConfirmed } = input;
  return transact(ctx, async (tx) => {
    const row = await requireException(tx, exceptionId);
    const { staffId } = row;
    if (!staffId) throw notFound("exception");
    const { zone } = await requireOwner(tx, { staffId });
    const refusal = checkDecision(row);
    if (refusal) throw new AppError(refusal);
    const before = toExceptionView(row);
    if (isApproved) await requireNobodyInTheWay(tx, { staffId }, { ...before, zone, isConfirmed });
    await changeException(
      tx,
      { id: row.id, version: input.version ?? row.version },
      {
        ...{ state: isApproved ? "approved" : "refused", decidedAt: tx.now, decisionNote: input.note || null },
        ...(isApproved ? { approvedByUserId: userIdOf(tx) } : {}),
      },
    );
    const after = toExceptionView(await requireException(tx, exceptionId));
    recordAudit(tx, {
      action: "edit_schedule_exceptions",
      subjectType: "exception",
      subjectId: exceptionId,
      before,
      after,
    });
    await publish(tx, exceptionDecided, { exceptionId, staffId, isApproved });
    return after;
  });
}
