import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { bookAppointment } from "./commands/book-appointment";
import { cancelAppointment } from "./commands/cancel-appointment";
import { completeAppointment, confirmAppointment, markNoShow, startAppointment } from "./commands/change-status";
import { rescheduleAppointment } from "./commands/reschedule-appointment";
import { countAppointments } from "./queries/count-appointments";
import { getAppointment } from "./queries/get-appointment";
import { listAppointments } from "./queries/list-appointments";
import {
  appointmentCount,
  appointmentDetails,
  appointmentPage,
  bookAppointmentInput,
  cancelAppointmentInput,
  changeStatusInput,
  countAppointmentsInput,
  getAppointmentInput,
  listAppointmentsInput,
  rescheduleAppointmentInput,
} from "./schema";

export const appointmentsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments" })
    .input(listAppointmentsInput)
    .output(appointmentPage)
    .query(({ ctx, input }) => listAppointments(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_appointments" })
    .input(countAppointmentsInput)
    .output(appointmentCount)
    .query(({ ctx, input }) => countAppointments(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/{id}" })
    .input(getAppointmentInput)
    .output(appointmentDetails)
    .query(({ ctx, input }) => getAppointment(ctx.company, input)),
  book: companyProcedure
    .meta({ permission: "create_appointments", rest: "POST /appointments", limit: "bookings" })
    .input(bookAppointmentInput)
    .mutation(({ ctx, input }) => bookAppointment(ctx.company, { ...input, source: "portal" })),
  reschedule: companyProcedure
    .meta({ permission: "reschedule_appointments", rest: "PATCH /appointments/{id}/reschedule", limit: "bookings" })
    .input(rescheduleAppointmentInput)
    .mutation(({ ctx, input }) => rescheduleAppointment(ctx.company, input)),
  cancel: companyProcedure
    .meta({ permission: "cancel_appointments", rest: "DELETE /appointments/{id}", limit: "bookings" })
    .input(cancelAppointmentInput)
    .mutation(({ ctx, input }) => cancelAppointment(ctx.company, input)),
  confirm: companyProcedure
    .meta({ permission: "confirm_appointments", rest: "POST /appointments/{id}/confirm" })
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => confirmAppointment(ctx.company, input)),
  start: companyProcedure
    .meta({ permission: "start_appointments", rest: "POST /appointments/{id}/start" })
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => startAppointment(ctx.company, input)),
  complete: companyProcedure
    .meta({ permission: "complete_appointments", rest: "POST /appointments/{id}/complete" })
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => completeAppointment(ctx.company, input)),
  markNoShow: companyProcedure
    .meta({ permission: "mark_no_show_appointments", rest: "POST /appointments/{id}/no-show" })
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => markNoShow(ctx.company, input)),
});
