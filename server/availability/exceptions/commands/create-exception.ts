import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, userIdOf } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { exceptionChanged } from "../events";
import { insertException, toHours } from "../repository";
import { ownerOf, usualKind } from "../rules";
import type { CreateExceptionInput, ExceptionView } from "../schema";
import { toExceptionView } from "../views";
import { requireException, requireNobodyInTheWay, requireOwner, requireTimes } from "./require-plannable";

/** Takes time from somebody, or gives other hours to it; appointments that lie in it are listed first and stay. */
export async function createException(ctx: CompanyContext, input: CreateExceptionInput): Promise<ExceptionView> {
  const { branchId = null, staffId = null, resourceId = null, hours, isConfirmed } = input;
  const owner = { branchId, staffId, resourceId };
  const planned = { ...input, kind: input.kind ?? usualKind(ownerOf(owner)) };
  return transact(ctx, async (tx) => {
    const { zone } = await requireOwner(tx, owner);
    const times = requireTimes(owner, planned, zone);
    await requireNobodyInTheWay(tx, owner, { ...planned, ...times, zone, isConfirmed });
    const approvedByUserId = userIdOf(tx);
    const exceptionId = await insertException(tx, {
      ...{ ownerType: ownerOf(owner), ...owner, ...times, kind: planned.kind, hours: toHours(hours), approvedByUserId },
      reason: input.reason || null,
    });
    const after = toExceptionView(await requireException(tx, exceptionId));
    recordAudit(tx, { action: "create_schedule_exceptions", subjectType: "exception", subjectId: exceptionId, after });
    await publish(tx, exceptionChanged, { exceptionId });
    return after;
  });
}
