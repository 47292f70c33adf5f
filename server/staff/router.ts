import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { archiveStaff } from "./commands/archive-staff";
import { createStaff } from "./commands/create-staff";
import { editOwnProfile } from "./commands/edit-own-profile";
import { editStaff } from "./commands/edit-staff";
import { restoreStaff } from "./commands/restore-staff";
import { setStaffServices } from "./commands/set-staff-services";
import { countStaff } from "./queries/count-staff";
import { findOwnProfile, getStaff, getStaffObstacles } from "./queries/get-staff";
import { listStaff } from "./queries/list-staff";
import { listStaffProfiles } from "./queries/list-staff-profiles";
import {
  changeStaffInput,
  countStaffInput,
  createStaffInput,
  editOwnProfileInput,
  editStaffInput,
  getStaffInput,
  listStaffInput,
  listStaffProfilesInput,
  setStaffServicesInput,
  staffCount,
  staffDetails,
  staffObstacles,
  staffProfilePage,
  staffView,
} from "./schema";

export const staffRouter = router({
  list: companyProcedure
    // Whoever books by hand needs the names; hours and contacts are behind view_staff.
    .meta({ permission: "view_appointments", rest: "GET /staff" })
    .input(listStaffInput)
    .output(z.array(staffView))
    .query(({ ctx, input }) => listStaff(ctx.company, input)),
  listProfiles: companyProcedure
    .meta({ permission: "view_staff", rest: "GET /staff/profiles", sortedBy: "name" })
    .input(listStaffProfilesInput)
    .output(staffProfilePage)
    .query(({ ctx, input }) => listStaffProfiles(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_staff", rest: "GET /staff/count" })
    .input(countStaffInput)
    .output(staffCount)
    .query(({ ctx, input }) => countStaff(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_staff", rest: "GET /staff/{id}" })
    .input(getStaffInput)
    .output(staffDetails)
    .query(({ ctx, input }) => getStaff(ctx.company, input)),
  getObstacles: companyProcedure
    .meta({ permission: "view_staff", rest: "GET /staff/{id}/obstacles" })
    .input(getStaffInput)
    .output(staffObstacles)
    .query(({ ctx, input }) => getStaffObstacles(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_staff", rest: "POST /staff" })
    .input(createStaffInput)
    .output(staffDetails)
    .mutation(({ ctx, input }) => createStaff(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_staff", rest: "PATCH /staff/{id}" })
    .input(editStaffInput)
    .output(staffDetails)
    .mutation(({ ctx, input }) => editStaff(ctx.company, input)),
  setServices: companyProcedure
    .meta({ permission: "edit_staff", rest: "PUT /staff/{id}/services" })
    .input(setStaffServicesInput)
    .output(staffDetails)
    .mutation(({ ctx, input }) => setStaffServices(ctx.company, input)),
  archive: companyProcedure
    .meta({ permission: "delete_staff", rest: "DELETE /staff/{id}" })
    .input(changeStaffInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveStaff(ctx.company, input)),
  restore: companyProcedure
    .meta({ permission: "create_staff", rest: "POST /staff/{id}/restore" })
    .input(changeStaffInput)
    .output(z.void())
    .mutation(({ ctx, input }) => restoreStaff(ctx.company, input)),
  findOwn: companyProcedure
    .meta({ permission: "signed_in", rest: "GET /staff/own" })
    .output(staffDetails.nullable())
    .query(({ ctx }) => findOwnProfile(ctx.company)),
  editOwn: companyProcedure
    .meta({ permission: "signed_in", rest: "PATCH /staff/own" })
    .input(editOwnProfileInput)
    .output(staffDetails)
    .mutation(({ ctx, input }) => editOwnProfile(ctx.company, input)),
});
