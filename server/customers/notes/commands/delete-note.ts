import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { customerEdited } from "../../events";
import { findNote, writeNote } from "../repository";
import type { DeleteNoteInput } from "../schema";

/** Takes a note away from its customer; the audit trail still knows what it said. */
export async function deleteNote(ctx: CompanyContext, input: DeleteNoteInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { customerId, noteId } = input;
    await requireCustomer(tx, { customerId });
    const before = await findNote(tx, input);
    if (!before) throw notFound("note");
    await writeNote(tx, input, { deletedAt: tx.now });
    const { subject, content, type } = before;
    recordAudit(tx, {
      action: "delete_general_notes",
      subjectType: "customer",
      subjectId: customerId,
      before: { noteId, subject, content, type },
    });
    await publish(tx, customerEdited, { customerId });
  });
}
