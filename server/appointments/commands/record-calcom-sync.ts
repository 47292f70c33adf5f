import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentSynced } from "../events";
import { findAppointmentRow } from "../repository/read";
import { writeCalcomState } from "../repository/write";
import type { CalcomSyncStatus } from "../schema";

export interface CalcomSyncState {
  appointmentId: string;
  status: CalcomSyncStatus;
  bookingUid?: string | null;
  error?: string | null;
  /** The appointment's version that stands there. */
  version?: number;
}

// Not audited: it tells what the other side knows of a change that was audited when it was made.
/** Remembers how far the copy at Cal.com has come, and shows it on open pages. */
export async function recordCalcomSync(ctx: CompanyContext, state: CalcomSyncState): Promise<void> {
  await transact(ctx, async (tx) => {
    await writeCalcomState(tx, state.appointmentId, {
      calcomSyncStatus: state.status,
      calcomSyncError: state.error ?? null,
      ...(state.bookingUid === undefined ? {} : { calcomBookingUid: state.bookingUid }),
      ...(state.version === undefined ? {} : { calcomSyncedVersion: state.version }),
    });
    const row = await findAppointmentRow(tx, state.appointmentId);
    if (!row) return;
    await publish(tx, appointmentSynced, { appointmentId: row.id, customerId: row.customer.id, status: state.status });
  });
}
