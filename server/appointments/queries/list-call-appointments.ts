import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findAppointmentsOfCall } from "../repository/call";

/** The appointments that were made in a telephone call. */
export async function listCallAppointments(ctx: CompanyContext, { callId }: { callId: string }) {
  return transact(ctx, async (tx) =>
    (await findAppointmentsOfCall(tx, callId)).map(({ service: _, services: _all, staff, ...row }) => ({
      ...row,
      staffName: staff.name,
    })),
  );
}
