import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { listServices } from "./queries/list-services";
import { listServicesInput, serviceView } from "./schema";

export const catalogRouter = router({
  listServices: companyProcedure
    .meta({ permission: "view_services" })
    .input(listServicesInput)
    .output(z.array(serviceView))
    .query(({ ctx, input }) => listServices(ctx.company, input)),
});
