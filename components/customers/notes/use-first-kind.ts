"use client";

import type { NoteType, NoteVisibility } from "@/server/customers/notes/schema";
import { useNoteRights } from "./use-note-rights";

const KINDS: { type: NoteType; visibility: NoteVisibility }[] = [
  { type: "general", visibility: "staff" },
  { type: "medical", visibility: "staff" },
  { type: "general", visibility: "management" },
];

/** What a new note is at first: the most ordinary kind that the writer may write. */
export function useFirstKind(): { type: NoteType; visibility: NoteVisibility } {
  const { mayWrite } = useNoteRights();
  return KINDS.find(mayWrite) ?? { type: "general", visibility: "staff" };
}
