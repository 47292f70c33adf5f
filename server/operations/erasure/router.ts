import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { eraseLog } from "./commands/erase-log";
import { erasedLog, eraseLogInput } from "./schema";

export const privacyRequestsRouter = router({
  eraseLog: companyProcedure
    .meta({
      ...{ permission: "process_privacy_requests", rest: "POST /privacy-requests/log-erasures" },
      ...{ shape: "plain", reauthentication: true },
    })
    .input(eraseLogInput)
    .output(erasedLog)
    .mutation(({ ctx, input }) => eraseLog(ctx.company, input)),
});
