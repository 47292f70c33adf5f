import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { env } from "@/server/core/env";
import { transact } from "@/server/core/transact";
import { getCall } from "../queries/get-call";
import { type CallExport, callExport } from "../schema";

/** All that there is of a call, and a note of who took it along. */
export async function exportCall(ctx: CompanyContext, { callId }: { callId: string }): Promise<CallExport> {
  return transact(ctx, async (tx) => {
    const call = await getCall(tx, { callId });
    recordAudit(tx, { action: "export_calls", subjectType: "call", subjectId: callId });
    const { transcript: text, turns, hasRecording } = call;
    const url = hasRecording ? new URL(`/api/calls/${callId}/recording`, env().APP_URL).href : null;
    return callExport.parse({ callId, transcript: { text, turns }, audio: { url }, metadata: call });
  });
}
