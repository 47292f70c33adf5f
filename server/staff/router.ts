import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { listStaff } from "./queries/list-staff";
import { listStaffInput, staffView } from "./schema";

export const staffRouter = router({
  list: companyProcedure
    // Whoever books by hand needs the names; hours and contacts are behind view_staff.
    .meta({ permission: "view_appointments", rest: "GET /staff" })
    .input(listStaffInput)
    .output(z.array(staffView))
    .query(({ ctx, input }) => listStaff(ctx.company, input)),
});
