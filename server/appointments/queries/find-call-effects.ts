import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countCallbacksOf } from "../callbacks/repository";
import { findAppointmentsOfCall, listChangesByCall } from "../repository/call";

export interface CallEffects {
  /** Made in this call, taken back in it or not. */
  made: number;
  /** Made in this call, and not taken back in it. */
  booked: number;
  rescheduled: number;
  cancelled: number;
  /** Asked for by the caller. */
  callbacks: number;
  /** That we put on the list ourselves, because the caller went away empty-handed. */
  ownCallbacks: number;
}

/** What a telephone call changed, by our own rows: appointments made, moved and cancelled in it, callbacks promised. */
export async function findCallEffects(
  ctx: CompanyContext,
  { callId, since }: { callId: string; since: Date },
): Promise<CallEffects> {
  return transact(ctx, async (tx) => {
    const made = await findAppointmentsOfCall(tx, callId);
    const changes = await listChangesByCall(tx, { callId, since });
    const cancelledHere = new Set(changes.flatMap((one) => (one.type === "cancelled" ? [one.appointmentId] : [])));
    const callbacks = await countCallbacksOf(tx, callId);
    return {
      made: made.length,
      booked: made.filter(({ id }) => !cancelledHere.has(id)).length,
      rescheduled: changes.filter(({ type }) => type === "rescheduled").length,
      cancelled: cancelledHere.size,
      callbacks: callbacks.asked,
      ownCallbacks: callbacks.own,
    };
  });
}
