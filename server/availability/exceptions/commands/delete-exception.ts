import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { exceptionChanged } from "../events";
import { deleteException as deleteRow, type ExceptionRow } from "../repository";
import type { DeleteExceptionInput } from "../schema";
import { toExceptionView } from "../views";
import { requireException, requireOwner } from "./require-plannable";

/** Gives the time back; what was asked for and refused only vanishes. */
export async function deleteException(ctx: CompanyContext, input: DeleteExceptionInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await requireException(tx, input.exceptionId);
    await requireOwner(tx, row);
    await remove(tx, row, { version: input.version, action: "delete_schedule_exceptions" });
  });
}

/** Whoever asked for time off may take it back as long as nobody has decided. */
export async function withdrawRequest(ctx: CompanyContext, input: DeleteExceptionInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await requireException(tx, input.exceptionId);
    if (!row.staffId) throw notFound("exception");
    await requireOwner(tx, { staffId: row.staffId });
    if (row.state !== "requested") throw new AppError({ code: "INVALID_TRANSITION", reason: "decided_already" });
    await remove(tx, row, { version: input.version, action: "request_schedule_exceptions" });
  });
}

async function remove(
  tx: TransactionContext,
  row: ExceptionRow,
  { version, action }: { version?: number | undefined; action: string },
) {
  const before = toExceptionView(row);
  await deleteRow(tx, { id: row.id, version: version ?? row.version });
  recordAudit(tx, { action, subjectType: "exception", subjectId: row.id, before });
  await publish(tx, exceptionChanged, { exceptionId: row.id });
}
