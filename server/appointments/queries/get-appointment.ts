import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findDeposit } from "../deposits/queries/find-deposit";
import { findAppointmentDetail } from "../repository/read";
import type { AppointmentDetails } from "../schema";
import { toAppointmentDetails } from "../views";
import { getWish } from "./get-wish";

/** One appointment with its parts and its history; another company's, or one beyond the user's role, is NOT_FOUND. */
export async function getAppointment(
  ctx: CompanyContext,
  { appointmentId }: { appointmentId: string },
): Promise<AppointmentDetails> {
  return transact(ctx, async (tx) => {
    const row = await findAppointmentDetail(tx, appointmentId);
    if (!row) throw notFound("appointment");
    const { followedBy, partySize, sameStaff, maxWaitMinutes } = await getWish(tx, { appointmentId });
    const wish = { followedBy, partySize, sameStaff, maxWaitMinutes };
    return toAppointmentDetails(row, { now: tx.now, wish, deposit: await findDeposit(tx, row) });
  });
}
