import { recordAudit } from "@/server/core/activity";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { appointmentDiscarded } from "../../events";
import { deleteDraft, findDraft } from "../repository/drafts";

/**
 * Lets a draft of an import vanish, as if it had never been. Only what was taken over from a file is a draft, and only as
 * long as nobody has touched it and no other calendar knows it; anything else stays, and the answer is false.
 */
export async function discardDraft(
  tx: TransactionContext,
  { appointmentId }: { appointmentId: string },
): Promise<boolean> {
  const draft = await findDraft(tx, appointmentId);
  if (!draft || !(await deleteDraft(tx, draft))) return false;
  recordAudit(tx, {
    action: "cancel_appointments",
    subjectType: "appointment",
    subjectId: appointmentId,
    before: { status: draft.status, startsAt: draft.startsAt, importId: draft.importId },
    after: { isDiscarded: true },
  });
  await publish(tx, appointmentDiscarded, { appointmentId, customerId: draft.customerId });
  return true;
}
