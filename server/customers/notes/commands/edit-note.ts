import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { customerEdited } from "../../events";
import { findNote, writeNote } from "../repository";
import type { EditNoteInput, NoteView } from "../schema";

/** Changes what was sent of a note. */
export async function editNote(ctx: CompanyContext, input: EditNoteInput): Promise<NoteView> {
  return transact(ctx, async (tx) => {
    const { customerId, noteId, ...data } = input;
    await requireCustomer(tx, { customerId });
    const before = await findNote(tx, input);
    if (!before) throw notFound("note");
    await writeNote(tx, input, data);
    const after = await findNote(tx, input);
    if (!after) throw notFound("note");
    const valuesOf = ({ subject, content, type, isPinned }: NoteView) => ({ noteId, subject, content, type, isPinned });
    recordAudit(tx, {
      action: "edit_general_notes",
      subjectType: "customer",
      subjectId: customerId,
      before: valuesOf(before),
      after: valuesOf(after),
    });
    await publish(tx, customerEdited, { customerId });
    return after;
  });
}
