import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { notify } from "./notify";

export type TeamNews = { callbackId: string; branchId: string } | { callId: string; branchId: string };

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Tells the branch of a callback that somebody waits for, or of a call that has been summed up; once each. */
export async function tellTeam(ctx: CompanyContext, news: TeamNews): Promise<void> {
  await transact(ctx, async (tx) => {
    if ("callbackId" in news) {
      const { callbackId, branchId } = news;
      const dedupeKey = `callback_created:${callbackId}`;
      await notify(tx, { event: "callback_created", branchId, data: { callbackId }, dedupeKey });
    } else {
      const { callId, branchId } = news;
      await notify(tx, { event: "call_summary", branchId, data: { callId }, dedupeKey: `call_summary:${callId}` });
    }
  });
}
