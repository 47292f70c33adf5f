import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentSynced } from "../events";
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
  const { appointmentId, status, error = null, bookingUid, version } = state;
  await transact(ctx, async (tx) => {
    const customerId = await writeCalcomState(tx, appointmentId, { status, error, bookingUid, version });
    if (customerId !== null) await publish(tx, appointmentSynced, { appointmentId, customerId, status });
  });
}
