import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { customerEdited } from "../../events";
import { insertNote } from "../repository";
import type { CreateNoteInput, NoteView } from "../schema";

/** Notes something about a customer for everybody who works with them. */
export async function createNote(ctx: CompanyContext, input: CreateNoteInput): Promise<NoteView> {
  return transact(ctx, async (tx) => {
    const { customerId } = input;
    await requireCustomer(tx, { customerId });
    const note = await insertNote(tx, input);
    const { subject, content, type, isPinned } = note;
    recordAudit(tx, {
      action: "create_general_notes",
      subjectType: "customer",
      subjectId: customerId,
      after: { noteId: note.id, subject, content, type, isPinned },
    });
    await publish(tx, customerEdited, { customerId });
    return note;
  });
}
