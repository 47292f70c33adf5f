import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createSessions } from "@/server/availability/classes/commands/create-sessions";
import { editSession } from "@/server/availability/classes/commands/edit-session";
import { listClassChoices } from "@/server/availability/classes/queries/list-class-choices";
import { getSession, listSessions } from "@/server/availability/classes/queries/list-sessions";
import {
  cancelSessionInput,
  classChoices,
  createdSessions,
  createSessionsInput,
  editSessionInput,
  getSessionInput,
  listSessionsInput,
  moveSessionInput,
  sessionView,
  substituteTeacherInput,
} from "@/server/availability/classes/schema";
import { cancelSession } from "./commands/cancel-session";
import { moveSession } from "./commands/move-session";
import { substituteTeacher } from "./commands/substitute-teacher";
import { listParticipants } from "./queries/list-participants";
import { changedSession, listParticipantsInput, participantView } from "./schema";

/** Group classes: their sessions, and who takes part. A place is booked, cancelled and missed like any appointment. */
export const classesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /classes" })
    .input(listSessionsInput)
    .output(z.array(sessionView))
    .query(({ ctx, input }) => listSessions(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /classes/{id=classSessionId}" })
    .input(getSessionInput)
    .output(sessionView)
    .query(({ ctx, input }) => getSession(ctx.company, input)),
  listParticipants: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /classes/{id=classSessionId}/participants" })
    .input(listParticipantsInput)
    .output(z.array(participantView))
    .query(({ ctx, input }) => listParticipants(ctx.company, input)),
  listChoices: companyProcedure
    .meta({ permission: "create_appointments" })
    .output(classChoices)
    .query(({ ctx }) => listClassChoices(ctx.company)),
  create: companyProcedure
    .meta({ permission: "create_appointments", rest: "POST /classes", created: "/classes", limit: "bookings" })
    .input(createSessionsInput)
    .output(createdSessions)
    .mutation(({ ctx, input }) => createSessions(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_appointments", rest: "PATCH /classes/{id=classSessionId}" })
    .input(editSessionInput)
    .output(sessionView)
    .mutation(({ ctx, input }) => editSession(ctx.company, input)),
  move: companyProcedure
    .meta({ permission: "reschedule_appointments", rest: "PATCH /classes/{id=classSessionId}/move", limit: "bookings" })
    .input(moveSessionInput)
    .output(changedSession)
    .mutation(({ ctx, input }) => moveSession(ctx.company, input)),
  substitute: companyProcedure
    .meta({
      permission: "reschedule_appointments",
      rest: "PATCH /classes/{id=classSessionId}/teacher",
      limit: "bookings",
    })
    .input(substituteTeacherInput)
    .output(changedSession)
    .mutation(({ ctx, input }) => substituteTeacher(ctx.company, input)),
  cancel: companyProcedure
    .meta({ permission: "cancel_appointments", rest: "DELETE /classes/{id=classSessionId}", limit: "bookings" })
    .input(cancelSessionInput)
    .output(changedSession)
    .mutation(({ ctx, input }) => cancelSession(ctx.company, input)),
});
