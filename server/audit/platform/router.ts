import { platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { auditActors, auditEntryDetails, auditPage, getAuditInput, listAuditInput } from "../schema";
import { getPlatformAudit } from "./queries/get-platform-audit";
import { listPlatformAudit } from "./queries/list-platform-audit";
import { listPlatformAuditActors } from "./queries/list-platform-audit-actors";

/** The platform's own chain: what operators did. */
export const platformAuditRouter = router({
  list: platformProcedure
    .meta({ permission: "view_platform" })
    .input(listAuditInput)
    .output(auditPage)
    .query(({ ctx, input }) => listPlatformAudit(ctx.platform, input)),
  listActors: platformProcedure
    .meta({ permission: "view_platform" })
    .output(auditActors)
    .query(({ ctx }) => listPlatformAuditActors(ctx.platform)),
  get: platformProcedure
    .meta({ permission: "view_platform" })
    .input(getAuditInput)
    .output(auditEntryDetails)
    .query(({ ctx, input }) => getPlatformAudit(ctx.platform, input)),
});
