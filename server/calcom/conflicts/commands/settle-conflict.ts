import { recordAudit } from "@/server/core/activity";
import type { Actor, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { calcomConflictChanged } from "../../events";
import { type KnownBooking, lockBookingRow, type Settlement, writeSettlement } from "../../repository/bookings";
import { isBookingVisible } from "../../repository/visible";
import { conflictReason } from "../../rules/conflict";
import type { BookingCopy } from "../../schema";
import { decisionsFor } from "../rules";
import type { ConflictDecision } from "../schema";

export interface OpenConflict extends KnownBooking {
  copy: BookingCopy;
}

/**
 * The conflict as it stands, for this transaction alone, to whoever sees what it is about. Refused when it waits for nobody any
 * more, and when it is none that could be decided so.
 */
export async function lockConflict(
  tx: TransactionContext,
  { conflictId, decision }: { conflictId: string; decision: ConflictDecision },
): Promise<OpenConflict> {
  const known = await lockBookingRow(tx, conflictId);
  if (!known?.copy || known.reviewReason === null) throw notFound("conflict");
  if (!(await isBookingVisible(tx, conflictId))) throw notFound("conflict");
  if (known.driftStatus !== "manual_review")
    throw new AppError({ code: "INVALID_TRANSITION", reason: "conflict_settled" });
  const { appointmentId } = known;
  const reason = conflictReason.catch("not_readable").parse(known.reviewReason);
  if (!decisionsFor({ reason, hasAppointment: appointmentId !== null }).includes(decision))
    throw new AppError({ code: "INVALID_TRANSITION", reason: "decision_not_possible", details: { reason } });
  return { ...known, copy: known.copy };
}

interface Settling {
  conflict: OpenConflict;
  decision: Settlement["decision"];
  /** The row that remembers the decision, where it is another one. */
  rowId?: string;
}

/** Writes down who decided what; a person sees it, and it is in the audit. */
export async function settleConflict(tx: TransactionContext, { conflict, decision, rowId }: Settling): Promise<void> {
  const id = rowId ?? conflict.id;
  await writeSettlement(tx, id, { decision, by: toStored(tx.actor) });
  recordAudit(tx, {
    action: "edit_appointments",
    subjectType: "calcom_booking",
    subjectId: id,
    before: { reason: conflict.reviewReason, bookingUid: conflict.copy.uid },
    after: { decision },
  });
  await publish(tx, calcomConflictChanged, { conflictId: conflict.id });
}

const toStored = (actor: Actor) => ({ kind: actor.kind, ...("name" in actor && { name: actor.name }) });
