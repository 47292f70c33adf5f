import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listAppointmentRows } from "../repository/read";
import type { AppointmentView } from "../schema";
import { toAppointmentView } from "../views";

/** What a telephone call has booked, as long as it stands and is still to come. */
export async function listBookedInCall(
  ctx: CompanyContext,
  { callId }: { callId: string },
): Promise<AppointmentView[]> {
  return transact(ctx, async (tx) => {
    const where = { callId, status: { in: ["pending" as const, "confirmed" as const] }, startsAt: { gt: tx.now } };
    const rows = await listAppointmentRows(tx, { where, order: "asc", limit: 10, after: null });
    return rows.map(toAppointmentView);
  });
}
