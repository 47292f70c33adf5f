import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listAppointmentRows } from "../repository/read";
import type { AppointmentView } from "../schema";
import { toAppointmentView } from "../views";

/** A customer's appointments that are still to come, the next one first. */
export async function listComingAppointments(
  ctx: CompanyContext,
  { customerId, limit = 10 }: { customerId: string; limit?: number },
): Promise<AppointmentView[]> {
  return transact(ctx, async (tx) => {
    const where = { customerId, status: { in: ["pending" as const, "confirmed" as const] }, startsAt: { gte: tx.now } };
    const rows = await listAppointmentRows(tx, { where, order: "asc", limit, after: null });
    return rows.slice(0, limit).map(toAppointmentView);
  });
}
