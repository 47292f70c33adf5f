import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";

/** What everybody who sees customers may know; medical notes and those for the management have rights of their own. */
export const generalNoteType = z.enum(["general", "complaint", "feedback"]);

const content = z.string().trim().min(1).max(5000);
const subject = z.string().trim().max(200).nullish();

export const listNotesInput = z.object({ customerId: z.uuid(), ...pageInput });
export type ListNotesInput = z.infer<typeof listNotesInput>;

export const createNoteInput = z.object({
  customerId: z.uuid(),
  subject,
  content,
  type: generalNoteType.default("general"),
  isPinned: z.boolean().default(false),
});
export type CreateNoteInput = z.infer<typeof createNoteInput>;

export const editNoteInput = z.object({
  customerId: z.uuid(),
  noteId: z.uuid(),
  subject,
  content: content.optional(),
  type: generalNoteType.optional(),
  isPinned: z.boolean().optional(),
});
export type EditNoteInput = z.infer<typeof editNoteInput>;

export const deleteNoteInput = z.object({ customerId: z.uuid(), noteId: z.uuid() });
export type DeleteNoteInput = z.infer<typeof deleteNoteInput>;

export const noteView = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  subject: z.string().nullable(),
  content: z.string(),
  type: generalNoteType,
  isPinned: z.boolean(),
  createdByUserId: z.uuid().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type NoteView = z.infer<typeof noteView>;
export const notePage = pageOf(noteView);
