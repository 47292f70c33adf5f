import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { setServiceStaff } from "./commands/set-service-staff";
import { listServiceStaff } from "./queries/list-service-staff";
import { listServiceStaffInput, serviceStaffView, setServiceStaffInput } from "./schema";

export const staffOffersRouter = router({
  list: companyProcedure
    .meta({ permission: "view_services", rest: "GET /services/{id}/staff" })
    .input(listServiceStaffInput)
    .output(z.array(serviceStaffView))
    .query(({ ctx, input }) => listServiceStaff(ctx.company, input)),
  set: companyProcedure
    .meta({ permission: "edit_services", rest: "PUT /services/{id}/staff" })
    .input(setServiceStaffInput)
    .output(z.array(serviceStaffView))
    .mutation(({ ctx, input }) => setServiceStaff(ctx.company, input)),
});
