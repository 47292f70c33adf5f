import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createHoliday } from "./commands/create-holiday";
import { deleteHoliday } from "./commands/delete-holiday";
import { observeHolidays } from "./commands/observe-holidays";
import { placeBranch, placeCompany } from "./commands/place-branch";
import { getHoliday, listHolidays } from "./queries/list-holidays";
import { listPlaces, listRegions } from "./queries/list-places";
import {
  createHolidayInput,
  holidayInput,
  holidayPlace,
  holidayView,
  listHolidaysInput,
  listRegionsInput,
  observeHolidaysInput,
  regions,
  setBranchPlaceInput,
  setCompanyPlaceInput,
} from "./schema";

export const holidaysRouter = router({
  list: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /holidays" })
    .input(listHolidaysInput)
    .output(z.array(holidayView))
    .query(({ ctx, input }) => listHolidays(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /holidays/{id}" })
    .input(holidayInput)
    .output(holidayView)
    .query(({ ctx, input }) => getHoliday(ctx.company, input)),
  observe: companyProcedure
    .meta({ permission: "edit_working_hours", rest: "PUT /holidays/observed" })
    .input(observeHolidaysInput)
    .output(z.void())
    .mutation(({ ctx, input }) => observeHolidays(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_working_hours", rest: "POST /holidays" })
    .input(createHolidayInput)
    .output(holidayView)
    .mutation(({ ctx, input }) => createHoliday(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_working_hours", rest: "DELETE /holidays/{id}" })
    .input(holidayInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteHoliday(ctx.company, input)),
  listPlaces: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /holidays/places" })
    .output(z.array(holidayPlace))
    .query(({ ctx }) => listPlaces(ctx.company)),
  listRegions: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /holidays/regions" })
    .input(listRegionsInput)
    .output(regions)
    .query(({ ctx, input }) => listRegions({ ...input, language: ctx.locale })),
  placeBranch: companyProcedure
    .meta({ permission: "edit_branches", rest: "PATCH /branches/{id}/place" })
    .input(setBranchPlaceInput)
    .output(z.array(holidayPlace))
    .mutation(({ ctx, input }) => placeBranch(ctx.company, input)),
  placeCompany: companyProcedure
    .meta({ permission: "edit_company", rest: "PATCH /company/place" })
    .input(setCompanyPlaceInput)
    .output(z.array(holidayPlace))
    .mutation(({ ctx, input }) => placeCompany(ctx.company, input)),
});
