import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { getAudit } from "./queries/get-audit";
import { listAudit } from "./queries/list-audit";
import { listAuditActors } from "./queries/list-audit-actors";
import { auditActors, auditEntryDetails, auditPage, getAuditInput, listAuditInput } from "./schema";

export const auditRouter = router({
  list: companyProcedure
    .meta({ permission: "view_audit", rest: "GET /audit-log", sortedBy: "occurred_at" })
    .input(listAuditInput)
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.company, input)),
  listActors: companyProcedure
    .meta({ permission: "view_audit", rest: "GET /audit-log/actors" })
    .output(auditActors)
    .query(({ ctx }) => listAuditActors(ctx.company)),
  get: companyProcedure
    .meta({ permission: "view_audit", rest: "GET /audit-log/{entryId}" })
    .input(getAuditInput)
    .output(auditEntryDetails)
    .query(({ ctx, input }) => getAudit(ctx.company, input)),
});
