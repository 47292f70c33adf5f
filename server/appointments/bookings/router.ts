import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { cancelBooking } from "./commands/cancel-booking";
import { createBooking } from "./commands/create-booking";
import { rescheduleBooking } from "./commands/reschedule-booking";
import { previewBooking } from "./queries/preview-booking";
import {
  bookingPreview,
  cancelBookingInput,
  cancelledBooking,
  createBookingInput,
  createdBooking,
  previewBookingInput,
  rescheduleBookingInput,
  rescheduledBooking,
} from "./schema";

export const bookingsRouter = router({
  preview: companyProcedure
    .meta({ permission: "create_appointments", rest: "GET /bookings/policy" })
    .input(previewBookingInput)
    .output(bookingPreview)
    .query(({ ctx, input }) => previewBooking(ctx.company, input)),
  create: companyProcedure
    .meta({
      ...({ permission: "create_appointments", rest: "POST /bookings", limit: "bookings" } as const),
      ...({ shape: "plain", created: "/appointments/{appointmentId}" } as const),
    })
    .input(createBookingInput)
    .output(createdBooking)
    .mutation(({ ctx, input }) => createBooking(ctx.company, input)),
  reschedule: companyProcedure
    .meta({
      ...({ permission: "reschedule_appointments", limit: "reschedule", shape: "plain" } as const),
      rest: "PATCH /bookings/{id=appointmentId}/reschedule",
    })
    .input(rescheduleBookingInput)
    .output(rescheduledBooking)
    .mutation(({ ctx, input }) => rescheduleBooking(ctx.company, input)),
  cancel: companyProcedure
    .meta({
      ...({ permission: "cancel_appointments", limit: "cancel", shape: "plain" } as const),
      rest: "DELETE /bookings/{id=appointmentId}",
    })
    .input(cancelBookingInput)
    .output(cancelledBooking)
    .mutation(({ ctx, input }) => cancelBooking(ctx.company, input)),
});
