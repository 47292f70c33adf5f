import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { clearExplanations } from "../repository/call";

// Not audited: the appointment itself stays as it is.
/** What was booked in a call whose caller wants nothing kept of the conversation no longer says what was heard. */
export async function forgetHeardWords(ctx: CompanyContext, { callId }: { callId: string }): Promise<void> {
  await transact(ctx, (tx) => clearExplanations(tx, callId));
}
