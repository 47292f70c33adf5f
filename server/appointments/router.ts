import { z } from "zod";
import { sayRefusals } from "@/server/api/message";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createAppointments } from "./batches/commands/create-appointments";
import {
  changeAppointmentsInput,
  changedAppointments,
  createAppointmentsInput,
  createdAppointments,
} from "./batches/schema";
import { bookAppointment } from "./commands/book-appointment";
import { cancelAppointment } from "./commands/cancel-appointment";
import { changeAppointments } from "./commands/change-appointments";
import { completeAppointment, confirmAppointment, markNoShow, startAppointment } from "./commands/change-status";
import { editAppointment } from "./commands/edit-appointment";
import { rescheduleAppointment } from "./commands/reschedule-appointment";
import { restoreAppointment } from "./commands/restore-appointment";
import { undoReschedule } from "./commands/undo-reschedule";
import { recordDeposit } from "./deposits/commands/record-deposit";
import { depositView, recordDepositInput } from "./deposits/schema";
import { countAppointments } from "./queries/count-appointments";
import { getAppointment } from "./queries/get-appointment";
import { listAppointments } from "./queries/list-appointments";
import {
  appointmentCount,
  appointmentDetails,
  appointmentPage,
  appointmentView,
  bookAppointmentInput,
  bookedAppointment,
  cancelAppointmentInput,
  cancelledAppointment,
  changeStatusInput,
  countAppointmentsInput,
  editAppointmentInput,
  getAppointmentInput,
  listAppointmentsInput,
  rescheduleAppointmentInput,
  rescheduledAppointment,
  restoreAppointmentInput,
  undoRescheduleInput,
} from "./schema";

export const appointmentsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments", sortedBy: "starts_at" })
    .input(listAppointmentsInput)
    .output(appointmentPage)
    .query(({ ctx, input }) => listAppointments(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/count" })
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
    .output(bookedAppointment)
    .mutation(({ ctx, input }) => bookAppointment(ctx.company, { ...input, source: ctx.apiKey ? "api" : "portal" })),
  reschedule: companyProcedure
    .meta({ permission: "reschedule_appointments", rest: "PATCH /appointments/{id}/reschedule", limit: "bookings" })
    .input(rescheduleAppointmentInput)
    .output(rescheduledAppointment)
    .mutation(({ ctx, input }) => rescheduleAppointment(ctx.company, input)),
  cancel: companyProcedure
    .meta({ permission: "cancel_appointments", rest: "DELETE /appointments/{id}", limit: "bookings" })
    .input(cancelAppointmentInput)
    .output(cancelledAppointment)
    .mutation(({ ctx, input }) => cancelAppointment(ctx.company, input)),
  confirm: companyProcedure
    .meta({ permission: "confirm_appointments", rest: "POST /appointments/{id}/confirm" })
    .input(changeStatusInput)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmAppointment(ctx.company, input)),
  start: companyProcedure
    .meta({ permission: "start_appointments", rest: "POST /appointments/{id}/start" })
    .input(changeStatusInput)
    .output(z.void())
    .mutation(({ ctx, input }) => startAppointment(ctx.company, input)),
  complete: companyProcedure
    .meta({ permission: "complete_appointments", rest: "POST /appointments/{id}/complete" })
    .input(changeStatusInput)
    .output(z.void())
    .mutation(({ ctx, input }) => completeAppointment(ctx.company, input)),
  markNoShow: companyProcedure
    .meta({ permission: "mark_no_show_appointments", rest: "POST /appointments/{id}/no-show" })
    .input(changeStatusInput)
    .output(z.void())
    .mutation(({ ctx, input }) => markNoShow(ctx.company, input)),
  restore: companyProcedure
    .meta({ permission: "restore_appointments", rest: "POST /appointments/{id}/restore" })
    .input(restoreAppointmentInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => restoreAppointment(ctx.company, input)),
  undoReschedule: companyProcedure
    .meta({ permission: "reschedule_appointments", rest: "POST /appointments/{id}/undo-reschedule" })
    .input(undoRescheduleInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => undoReschedule(ctx.company, input)),
  recordDeposit: companyProcedure
    .meta({ permission: "take_payments", rest: "POST /appointments/{id}/deposit" })
    .input(recordDepositInput)
    .output(depositView)
    .mutation(({ ctx, input }) => recordDeposit(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_appointments", rest: "PATCH /appointments/{id}" })
    .input(editAppointmentInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => editAppointment(ctx.company, input)),
  createMany: companyProcedure
    .meta({ permission: "create_appointments", rest: "POST /appointments/batch-create", limit: "bookings" })
    .input(createAppointmentsInput)
    .output(createdAppointments)
    .mutation(async ({ ctx, input }) => sayRefusals(await createAppointments(ctx.company, input), ctx.locale)),
  change: companyProcedure
    .meta({ permission: "bulk_edit_appointments", rest: "POST /appointments/batch", limit: "bookings" })
    .input(changeAppointmentsInput)
    .output(changedAppointments)
    .mutation(async ({ ctx, input }) => sayRefusals(await changeAppointments(ctx.company, input), ctx.locale)),
});
