import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { releaseFee, settleFee, waiveFee } from "./commands/decide-fee";
import { listFees } from "./queries/list-fees";
import { previewFee } from "./queries/preview-fee";
import { decideFeeInput, feePage, feePreview, feeView, listFeesInput, previewFeeInput } from "./schema";

export const feesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_fees", rest: "GET /fees", sortedBy: "created_at" })
    .input(listFeesInput)
    .output(feePage)
    .query(({ ctx, input }) => listFees(ctx.company, input)),
  preview: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/{id=appointmentId}/policy" })
    .input(previewFeeInput)
    .output(feePreview)
    .query(({ ctx, input }) => previewFee(ctx.company, input)),
  release: companyProcedure
    .meta({ permission: "release_fees", rest: "POST /fees/{id=feeId}/release" })
    .input(decideFeeInput)
    .output(feeView)
    .mutation(({ ctx, input }) => releaseFee(ctx.company, input)),
  waive: companyProcedure
    .meta({ permission: "waive_fees", rest: "POST /fees/{id=feeId}/waive" })
    .input(decideFeeInput)
    .output(feeView)
    .mutation(({ ctx, input }) => waiveFee(ctx.company, input)),
  settle: companyProcedure
    .meta({ permission: "settle_fees", rest: "POST /fees/{id=feeId}/settle" })
    .input(decideFeeInput)
    .output(feeView)
    .mutation(({ ctx, input }) => settleFee(ctx.company, input)),
});
