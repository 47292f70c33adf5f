import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { exceptionChanged } from "../events";
import { changeException, toHours } from "../repository";
import type { EditExceptionInput, ExceptionView } from "../schema";
import { toExceptionView } from "../views";
import { requireException, requireNobodyInTheWay, requireOwner, requireTimes } from "./require-plannable";

/** Changes when and why; whose it is stays. A request that is still open stays one. */
export async function editException(ctx: CompanyContext, input: EditExceptionInput): Promise<ExceptionView> {
  const { exceptionId, hours } = input;
  return transact(ctx, async (tx) => {
    const row = await requireException(tx, exceptionId);
    const before = toExceptionView(row);
    const { zone } = await requireOwner(tx, row);
    const planned = { ...input, kind: input.kind ?? row.kind };
    const times = requireTimes(row, planned, zone);
    const version = input.version ?? row.version;
    if (version !== row.version)
      throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { current: before } });
    if (row.state === "approved") await requireNobodyInTheWay(tx, row, { ...planned, ...times, zone });
    await changeException(tx, row, {
      ...times,
      kind: planned.kind,
      hours: toHours(hours),
      reason: input.reason || null,
    });
    const after = toExceptionView(await requireException(tx, exceptionId));
    recordAudit(tx, {
      action: "edit_schedule_exceptions",
      subjectType: "exception",
      subjectId: exceptionId,
      before,
      after,
    });
    await publish(tx, exceptionChanged, { exceptionId });
    return after;
  });
}
