import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { removePhoto } from "./commands/remove-photo";
import { setPhoto } from "./commands/set-photo";
import { findPhoto } from "./queries/find-photo";
import { MAX_UPLOAD_BYTES, photoOfStaffInput, photoUrlView, photoView, setPhotoInput } from "./schema";

export const staffPhotosRouter = router({
  find: companyProcedure
    // Whoever books by hand sees the people, as in the list of names.
    .meta({ permission: "view_appointments", rest: "GET /staff/{id}/photo" })
    .input(photoOfStaffInput)
    .output(photoView)
    .query(({ ctx, input }) => findPhoto(ctx.company, input)),
  set: companyProcedure
    .meta({
      ...({ permission: "edit_staff", limit: "uploads", maxBytes: MAX_UPLOAD_BYTES } as const),
      rest: "PUT /staff/{id}/photo",
    })
    .input(setPhotoInput)
    .output(photoUrlView)
    .mutation(({ ctx, input }) => setPhoto(ctx.company, input)),
  remove: companyProcedure
    .meta({ permission: "edit_staff", rest: "DELETE /staff/{id}/photo" })
    .input(photoOfStaffInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removePhoto(ctx.company, input)),
});
