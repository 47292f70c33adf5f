import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createNote } from "./commands/create-note";
import { deleteNote } from "./commands/delete-note";
import { editNote } from "./commands/edit-note";
import { getNote } from "./queries/get-note";
import { listNotes } from "./queries/list-notes";
import { createNoteInput, editNoteInput, listNotesInput, noteInput, notePage, noteView } from "./schema";

/** Which notes somebody may read or write depends on the note: the commands ask for the right to its kind. */
export const customerNotesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /customers/{id}/notes", sortedBy: "created_at" })
    .input(listNotesInput)
    .output(notePage)
    .query(({ ctx, input }) => listNotes(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /customers/{id}/notes/{noteId}" })
    .input(noteInput)
    .output(noteView)
    .query(({ ctx, input }) => getNote(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "view_customers", rest: "POST /customers/{id}/notes" })
    .input(createNoteInput)
    .output(noteView)
    .mutation(({ ctx, input }) => createNote(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "view_customers", rest: "PATCH /customers/{id}/notes/{noteId}" })
    .input(editNoteInput)
    .output(noteView)
    .mutation(({ ctx, input }) => editNote(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "view_customers", rest: "DELETE /customers/{id}/notes/{noteId}" })
    .input(noteInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteNote(ctx.company, input)),
});
