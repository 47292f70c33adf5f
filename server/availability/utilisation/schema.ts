import { z } from "zod";
import { localDate } from "@/server/core/time";

export const staffUtilisationInput = z.object({ staffId: z.uuid() });
export type StaffUtilisationInput = z.infer<typeof staffUtilisationInput>;

/** Weeks from Monday to Monday, this one first. */
export const staffUtilisation = z.object({
  weeks: z.array(
    z.object({
      /** Its Monday. */
      date: localDate,
      /** In any of the branches that the person works in. */
      workingMinutes: z.int(),
      /** Appointments and classes, buffers included, wherever they take place. */
      bookedMinutes: z.int(),
      /** Where, as far as the reader works there. */
      branches: z.array(z.object({ branchId: z.uuid(), name: z.string(), bookedMinutes: z.int() })),
    }),
  ),
});
export type StaffUtilisation = z.infer<typeof staffUtilisation>;
