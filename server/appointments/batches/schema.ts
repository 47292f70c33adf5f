import { z } from "zod";
import { bookAppointmentInput } from "../schema";

/** So many bookings fit into one transaction well within its time. */
export const MOST_AT_ONCE = 100;

export const createAppointmentsInput = z.object({
  appointments: z.array(bookAppointmentInput).min(1).max(MOST_AT_ONCE),
});
export type CreateAppointmentsInput = z.infer<typeof createAppointmentsInput>;

/** What came of each line, in the order of the request; one that is refused keeps none of the others from being booked. */
export const createdAppointments = z.object({
  created: z.int(),
  refused: z.int(),
  results: z.array(
    z.object({
      /** From 1 on. */
      line: z.int(),
      success: z.boolean(),
      appointmentId: z.uuid().nullable(),
      error: z
        .object({ code: z.string(), reason: z.string(), details: z.record(z.string(), z.unknown()).nullable() })
        .nullable(),
    }),
  ),
});
export type CreatedAppointments = z.infer<typeof createdAppointments>;
export type CreatedLine = CreatedAppointments["results"][number];
