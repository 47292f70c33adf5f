import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";

export const noteType = z.enum(["general", "complaint", "feedback", "medical"]);
export type NoteType = z.infer<typeof noteType>;

/** `staff`: who works with customers; `management`: who leads the business; `all`: the customer may hear it, too. */
export const noteVisibility = z.enum(["staff", "management", "all"]);
export type NoteVisibility = z.infer<typeof noteVisibility>;

const content = z.string().trim().min(1).max(5000);
const subject = z.string().trim().max(200).nullish();

export const listNotesInput = z.object({
  customerId: z.uuid(),
  type: noteType.optional(),
  /** Only what was written before. */
  until: instant.optional(),
  order: listOrder.optional(),
  ...pageInput,
});
export type ListNotesInput = z.infer<typeof listNotesInput>;

export const createNoteInput = z.object({
  customerId: z.uuid(),
  subject,
  content,
  type: noteType.default("general"),
  visibility: noteVisibility.default("staff"),
  isPinned: z.boolean().default(false),
});
export type CreateNoteInput = z.infer<typeof createNoteInput>;

export const editNoteInput = z.object({
  customerId: z.uuid(),
  noteId: z.uuid(),
  subject,
  content: content.optional(),
  type: noteType.optional(),
  visibility: noteVisibility.optional(),
  isPinned: z.boolean().optional(),
});
export type EditNoteInput = z.infer<typeof editNoteInput>;

export const noteInput = z.object({ customerId: z.uuid(), noteId: z.uuid() });
export type NoteInput = z.infer<typeof noteInput>;

export const noteView = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  subject: z.string().nullable(),
  content: z.string(),
  type: noteType,
  visibility: noteVisibility,
  isPinned: z.boolean(),
  createdByUserId: z.uuid().nullable(),
  createdByName: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type NoteView = z.infer<typeof noteView>;
export const notePage = pageOf(noteView);
