import { askTogether } from "@/server/core/ask-together";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findAppointmentRow, findCalcomState } from "../repository/read";
import type { AppointmentState } from "../schema";
import { toAppointmentView } from "../views";

/** How an appointment stands here, for whoever keeps it in step with another calendar: what was done to it last, not its history. */
export async function getAppointmentState(
  ctx: CompanyContext,
  { appointmentId }: { appointmentId: string },
): Promise<AppointmentState> {
  return transact(ctx, async (tx) => {
    const [row, state] = await askTogether<
      [Awaited<ReturnType<typeof findAppointmentRow>>, Awaited<ReturnType<typeof findCalcomState>>]
    >(tx, () => [findAppointmentRow(tx, appointmentId), findCalcomState(tx, appointmentId)]);
    if (!row || !state) throw notFound("appointment");
    return { ...toAppointmentView(row), ...state };
  });
}
