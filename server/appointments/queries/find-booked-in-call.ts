import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listAppointmentRows } from "../repository/read";
import type { AppointmentView } from "../schema";
import { toAppointmentView } from "../views";

interface Wish {
  callId: string;
  customerId: string;
  serviceIds: readonly string[];
  /** Without it, whoever does it. */
  staffId: string | null;
  startsAt: Date;
}

/** What a telephone call booked for this customer already, as long as it stands and still begins then. */
export async function findBookedInCall(
  ctx: CompanyContext,
  { callId, customerId, serviceIds, staffId, startsAt }: Wish,
): Promise<AppointmentView | null> {
  return transact(ctx, async (tx) => {
    const status = { in: ["pending" as const, "confirmed" as const] };
    const where = { callId, customerId, startsAt, status, ...(staffId && { staffId }) };
    const rows = await listAppointmentRows(tx, { where, order: "asc", limit: 10, after: null });
    const wanted = serviceIds.join();
    const same = rows.find(({ services }) => services.map(({ id }) => id).join() === wanted);
    return same ? toAppointmentView(same) : null;
  });
}
