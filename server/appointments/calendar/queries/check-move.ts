import { searchSlots } from "@/server/availability/queries/search-slots";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { wishToMove } from "../../queries/wish-to-move";
import { findAppointmentRow } from "../../repository/read";
import type { CheckedMove, CheckMoveInput } from "../schema";

/** What moving it there would find, asked while somebody still drags: the same question that the move itself asks. */
export async function checkMove(ctx: CompanyContext, input: CheckMoveInput): Promise<CheckedMove> {
  return transact(ctx, async (tx) => {
    const before = await findAppointmentRow(tx, input.appointmentId);
    if (!before) throw notFound("appointment");
    const wanted = await wishToMove(tx, { before, input });
    const only = { from: input.newStartsAt, until: new Date(input.newStartsAt.getTime() + 1), isExact: true };
    const { slots, reason } = await searchSlots(tx, { ...wanted, ...only });
    return slots.length > 0 ? { isFree: true, reason: null } : { isFree: false, reason: reason ?? "fully_booked" };
  });
}
