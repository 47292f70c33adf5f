import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { customerEdited } from "../../events";
import { insertNote } from "../repository";
import { resourceOf } from "../rules";
import type { CreateNoteInput, NoteView } from "../schema";
import { requireNoteRight } from "./require-note";

/** Notes something about a customer for those who may read notes of its kind. */
export async function createNote(ctx: CompanyContext, input: CreateNoteInput): Promise<NoteView> {
  return transact(ctx, async (tx) => {
    const { customerId } = input;
    const resource = resourceOf(input);
    await requireCustomer(tx, { customerId });
    await requireNoteRight(tx, { change: "create", resource, customerId });
    const note = await insertNote(tx, input);
    const { subject, content, type, visibility, isPinned } = note;
    recordAudit(tx, {
      action: `create_${resource}`,
      subjectType: "customer",
      subjectId: customerId,
      after: { noteId: note.id, subject, content, type, visibility, isPinned },
    });
    await publish(tx, customerEdited, { customerId });
    return note;
  });
}
