import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerEdited } from "../../events";
import { writeNote } from "../repository";
import { resourceOf, stricterOf } from "../rules";
import type { EditNoteInput, NoteView } from "../schema";
import { requireNote, requireNoteRight } from "./require-note";

/** Changes what was sent of a note; one that becomes another kind needs the right to both kinds. */
export async function editNote(ctx: CompanyContext, input: EditNoteInput): Promise<NoteView> {
  return transact(ctx, async (tx) => {
    const { customerId, noteId, ...data } = input;
    const before = await requireNote(tx, { customerId, noteId, change: "edit" });
    const kind = { type: data.type ?? before.type, visibility: data.visibility ?? before.visibility };
    const resource = resourceOf(kind);
    if (resource !== resourceOf(before)) await requireNoteRight(tx, { change: "create", resource, customerId });
    const after = await writeNote(tx, input, data);
    recordAudit(tx, {
      action: `edit_${stricterOf(before, after)}`,
      subjectType: "customer",
      subjectId: customerId,
      before: valuesOf(before),
      after: valuesOf(after),
    });
    await publish(tx, customerEdited, { customerId });
    return after;
  });
}

const valuesOf = ({ id: noteId, subject, content, type, visibility, isPinned }: NoteView) => ({
  ...{ noteId, subject, content, type, visibility, isPinned },
});
