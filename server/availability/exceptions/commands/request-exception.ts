import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, userIdOf } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { exceptionRequested } from "../events";
import { insertException, toHours } from "../repository";
import { usualKind } from "../rules";
import type { ExceptionView, RequestExceptionInput } from "../schema";
import { toExceptionView } from "../views";
import { requireException, requireOwner, requireTimes } from "./require-plannable";

/** Asks for time off. Until somebody says yes, it takes no time. */
export async function requestException(ctx: CompanyContext, input: RequestExceptionInput): Promise<ExceptionView> {
  const { staffId, hours, kind = usualKind("staff") } = input;
  return transact(ctx, async (tx) => {
    const { zone } = await requireOwner(tx, { staffId });
    const times = requireTimes({ staffId }, { ...input, kind }, zone);
    const exceptionId = await insertException(tx, {
      ...{ ownerType: "staff", staffId, ...times, kind, hours: toHours(hours), reason: input.reason || null },
      ...{ state: "requested", requestedByUserId: userIdOf(tx) },
    });
    const after = toExceptionView(await requireException(tx, exceptionId));
    recordAudit(tx, { action: "request_schedule_exceptions", subjectType: "exception", subjectId: exceptionId, after });
    await publish(tx, exceptionRequested, { exceptionId, staffId });
    return after;
  });
}
