import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { calcomSyncRequested } from "../../events";
import { moveDrifts } from "../../reconciliation/repository/drifts";
import { deleteKnownBooking, rememberUids } from "../../repository/bookings";
import { lockEventMap, writeEventMap } from "../../repository/event-map";
import { isLive } from "../../rules/next-step";
import type { DecideConflictInput, LinkConflictInput } from "../schema";
import { lockConflict, settleConflict } from "./settle-conflict";

// Not audited: settleConflict writes it.
/** Our side stands, and is written over there. */
export async function keepOurs(ctx: CompanyContext, { conflictId }: DecideConflictInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, { conflictId, decision: "keep_ours" });
    const { appointmentId, state } = conflict;
    if (!appointmentId) throw notFound("appointment");
    await writeEventMap(tx, conflict, { state, review: null });
    await recordCalcomSync(tx, { appointmentId, status: "pending" });
    await publish(tx, calcomSyncRequested, { appointmentId });
    await settleConflict(tx, { conflict, decision: "kept_ours" });
  });
}

// Not audited: settleConflict writes it.
/** The booking is an appointment that was entered here by hand: from now on they are one, as it stands here. */
export async function linkAppointment(
  ctx: CompanyContext,
  { conflictId, appointmentId }: LinkConflictInput,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, { conflictId, decision: "link" });
    await getAppointmentState(tx, { appointmentId });
    const map = await lockEventMap(tx, appointmentId);
    if (!map) throw notFound("appointment");
    const hasOwn = (map.copy && isLive(map.copy)) || map.state.begun || map.state.lease;
    if (hasOwn) throw new AppError({ code: "PRECONDITION_FAILED", reason: "appointment_has_booking" });
    await moveDrifts(tx, { from: conflict.id, to: map.id });
    await deleteKnownBooking(tx, conflict.id);
    const { copy, formerUids } = conflict;
    await writeEventMap(tx, map, { state: { ...map.state, version: null, failure: null }, copy, review: null });
    await rememberUids(tx, { id: map.id, uids: [...new Set([...map.formerUids, ...formerUids])] });
    await recordCalcomSync(tx, { appointmentId, status: "pending", bookingUid: copy.uid });
    await publish(tx, calcomSyncRequested, { appointmentId });
    await settleConflict(tx, { conflict, decision: "linked", rowId: map.id });
  });
}

// Not audited: settleConflict writes it.
/** Both sides stay as they are, until one of them changes. */
export async function ignoreConflict(ctx: CompanyContext, { conflictId }: DecideConflictInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const conflict = await lockConflict(tx, { conflictId, decision: "ignore" });
    await settleConflict(tx, { conflict, decision: "ignored" });
  });
}
