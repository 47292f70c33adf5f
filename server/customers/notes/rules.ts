import type { NoteType, NoteVisibility } from "./schema";

/** What a note is to the permissions: each kind has its own `view_…`, `create_…`, `edit_…` and `delete_…`. */
export type NoteResource = "general_notes" | "medical_notes" | "management_notes";

interface Kind {
  type: NoteType;
  visibility: NoteVisibility;
}

/** Health weighs more than who may read it otherwise. */
export function resourceOf({ type, visibility }: Kind): NoteResource {
  if (type === "medical") return "medical_notes";
  return visibility === "management" ? "management_notes" : "general_notes";
}

const STRICTEST = ["medical_notes", "management_notes", "general_notes"] as const;

/** Under whose name the audit log tells of a change: whoever may not read one of the two states may not read the entry. */
export function stricterOf(before: Kind, after: Kind): NoteResource {
  const both = [resourceOf(before), resourceOf(after)];
  return STRICTEST.find((resource) => both.includes(resource)) ?? "general_notes";
}
