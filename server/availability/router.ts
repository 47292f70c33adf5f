import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { findDaySlots } from "./queries/find-day-slots";
import { findFreeSlots } from "./queries/find-free-slots";
import { daySlots, findDaySlotsInput, findFreeSlotsInput, freeSlots } from "./schema";

export const availabilityRouter = router({
  findFreeSlots: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /availability/slots", limit: "availability" })
    .input(findFreeSlotsInput)
    .output(freeSlots)
    .query(({ ctx, input }) => findFreeSlots(ctx.company, input)),
  findDaySlots: companyProcedure
    .meta({
      ...({ permission: "view_appointments", limit: "availability", shape: "plain" } as const),
      rest: "POST /availability/simple",
    })
    .input(findDaySlotsInput)
    .output(daySlots)
    .query(({ ctx, input }) => findDaySlots(ctx.company, input)),
});
