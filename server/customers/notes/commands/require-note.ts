import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { may, type Permission } from "@/server/identity/rules/permissions";
import { requireCustomer } from "../../commands/load-customer";
import { findNote, isOwnCustomer } from "../repository";
import { type NoteResource, resourceOf } from "../rules";
import type { NoteView } from "../schema";

type Change = "create" | "edit" | "delete";

interface NewKind {
  change: Change;
  resource: NoteResource;
  customerId: string;
}

/** Throws FORBIDDEN for whoever may not do this with notes of the kind, or of what concerns the health of others' customers. */
export async function requireNoteRight(
  tx: TransactionContext,
  { change, resource, customerId }: NewKind,
): Promise<void> {
  const permission: Permission = `${change}_${resource}`;
  if (!may(tx, permission))
    throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
  if (resource === "medical_notes" && !(await isOwnCustomer(tx, customerId)))
    throw new AppError({ code: "FORBIDDEN", reason: "not_own_customer" });
}

/** A note that whoever acts may read and change; NOT_FOUND for one whose kind they may not even see. */
export async function requireNote(
  tx: TransactionContext,
  { change, ...which }: { customerId: string; noteId: string; change: Exclude<Change, "create"> },
): Promise<NoteView> {
  await requireCustomer(tx, which);
  const note = await findNote(tx, which);
  if (!note) throw notFound("note");
  await requireNoteRight(tx, { change, resource: resourceOf(note), customerId: which.customerId });
  return note;
}
