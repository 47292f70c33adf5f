import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { calcomSyncOwed } from "../../events";
import { lockPart } from "../../repository/event-map";
import type { SeenPair } from "./compare-stretch";

// Not audited: it asks for work, the work tells what it did.
/** Asks the job once more what became of a write whose answer was never learnt: as long as nobody knows, nothing can be compared. */
export async function lookForAgain(
  ctx: CompanyContext,
  { ours: { appointmentId, position } }: SeenPair,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const map = await lockPart(tx, { appointmentId, position });
    if (!map?.state.begun) return;
    const { calcomSyncError: error } = await getAppointmentState(tx, { appointmentId });
    await recordCalcomSync(tx, { appointmentId, status: "pending", error });
    await publish(tx, calcomSyncOwed, { appointmentId });
  });
}
