import { listCallAppointments } from "@/server/appointments/queries/list-call-appointments";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findCallDetail } from "../repository/list";
import type { CallDetails } from "../schema";
import { toCallDetails } from "../views";

/** One call with its conversation, what the agent asked of us, and what came of it; another company's is NOT_FOUND. */
export async function getCall(ctx: CompanyContext, { callId }: { callId: string }): Promise<CallDetails> {
  return transact(ctx, async (tx) => {
    const row = await findCallDetail(tx, callId);
    if (!row) throw notFound("call");
    return toCallDetails(row, await listCallAppointments(tx, { callId }));
  });
}
