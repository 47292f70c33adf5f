import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { PolicyResult } from "@/server/policies/rules/verdict";
import { requireAppointment } from "../../commands/load-appointment";
import { judgeCancelling } from "../../commands/require-cancellation-allowed";
import { judgeMove } from "../../commands/require-reschedule-allowed";
import { judgeStayingAway } from "../commands/charge-no-show";
import type { PreviewFeeInput } from "../schema";

/** What a step would be answered with if it were taken now, before anybody takes it. */
export async function previewFee(ctx: CompanyContext, { step, ...input }: PreviewFeeInput): Promise<PolicyResult> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    if (step === "no_show") return judgeStayingAway(tx, { before });
    const wish = { before, isConfirmed: false };
    return step === "cancel" ? judgeCancelling(tx, wish) : judgeMove(tx, wish);
  });
}
