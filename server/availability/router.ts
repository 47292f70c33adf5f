import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { findFreeSlots } from "./queries/find-free-slots";
import { findFreeSlotsInput, freeSlots } from "./schema";

export const availabilityRouter = router({
  findFreeSlots: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /availability/slots", limit: "availability" })
    .input(findFreeSlotsInput)
    .output(freeSlots)
    .query(({ ctx, input }) => findFreeSlots(ctx.company, input)),
});
