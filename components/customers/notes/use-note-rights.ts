"use client";

import { type NoteResource, resourceOf } from "@/server/customers/notes/rules";
import type { NoteType, NoteView, NoteVisibility } from "@/server/customers/notes/schema";
import { useCompany } from "../../providers/company-provider";

const RESOURCES: NoteResource[] = ["general_notes", "medical_notes", "management_notes"];

/** What the reader may do with the notes of customers, as the server decides too. */
export function useNoteRights() {
  const { permissions } = useCompany();
  const may = (action: string, resource: NoteResource) => permissions.includes(`${action}_${resource}`);
  const mayWrite = (kind: { type: NoteType; visibility: NoteVisibility }) => may("create", resourceOf(kind));
  return {
    mayRead: RESOURCES.some((resource) => may("view", resource)),
    mayCreate: RESOURCES.some((resource) => may("create", resource)),
    mayWrite,
    mayEdit: (note: NoteView) => may("edit", resourceOf(note)),
    mayDelete: (note: NoteView) => may("delete", resourceOf(note)),
  };
}
