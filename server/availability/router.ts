import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { explainSlot } from "./chains/queries/explain-slot";
import { findCompositeSlots } from "./chains/queries/find-composite-slots";
import { listClosedStarts } from "./chains/queries/list-closed-starts";
import {
  closedStarts,
  compositeSlots,
  explainedSlot,
  explainSlotInput,
  findChainSlotsInput,
  findCompositeSlotsInput,
  listClosedStartsInput,
} from "./chains/schema";
import { findDaySlots } from "./queries/find-day-slots";
import { findFreeSlots } from "./queries/find-free-slots";
import { daySlots, findDaySlotsInput, findFreeSlotsInput, freeSlots } from "./schema";

export const availabilityRouter = router({
  findFreeSlots: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /availability/slots", limit: "availability" })
    .input(findFreeSlotsInput)
    .output(freeSlots)
    .query(({ ctx, input }) => findFreeSlots(ctx.company, input)),
  findChainSlots: companyProcedure
    .meta({ permission: "view_appointments", limit: "availability" })
    .input(findChainSlotsInput)
    .output(freeSlots)
    .query(({ ctx, input }) => findFreeSlots(ctx.company, input)),
  explainSlot: companyProcedure
    .meta({ permission: "view_appointments", rest: "POST /availability/explain", limit: "availability" })
    .input(explainSlotInput)
    .output(explainedSlot)
    .query(({ ctx, input }) => explainSlot(ctx.company, input)),
  listClosedStarts: companyProcedure
    .meta({ permission: "view_appointments", limit: "availability" })
    .input(listClosedStartsInput)
    .output(closedStarts)
    .query(({ ctx, input }) => listClosedStarts(ctx.company, input)),
  findDaySlots: companyProcedure
    .meta({
      ...({ permission: "view_appointments", limit: "availability", shape: "plain" } as const),
      rest: "POST /availability/simple",
    })
    .input(findDaySlotsInput)
    .output(daySlots)
    .query(({ ctx, input }) => findDaySlots(ctx.company, input)),
  findCompositeSlots: companyProcedure
    .meta({
      ...({ permission: "view_appointments", limit: "availability", shape: "plain" } as const),
      rest: "POST /availability/composite",
    })
    .input(findCompositeSlotsInput)
    .output(compositeSlots)
    .query(({ ctx, input }) => findCompositeSlots(ctx.company, input)),
});
