import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerEdited } from "../../events";
import { writeNote } from "../repository";
import { resourceOf } from "../rules";
import type { NoteInput } from "../schema";
import { requireNote } from "./require-note";

/** Takes a note away from its customer; the audit trail still knows what it said. */
export async function deleteNote(ctx: CompanyContext, input: NoteInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { customerId, noteId } = input;
    const before = await requireNote(tx, { ...input, change: "delete" });
    await writeNote(tx, input, { deletedAt: tx.now });
    const { subject, content, type, visibility } = before;
    recordAudit(tx, {
      action: `delete_${resourceOf(before)}`,
      subjectType: "customer",
      subjectId: customerId,
      before: { noteId, subject, content, type, visibility },
    });
    await publish(tx, customerEdited, { customerId });
  });
}
