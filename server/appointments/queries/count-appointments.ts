import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countAppointmentRows } from "../repository/read";
import type { CountAppointmentsInput } from "../schema";
import { narrow } from "./list-appointments";

/** How many a list with these filters would show. */
export async function countAppointments(
  ctx: CompanyContext,
  input: CountAppointmentsInput,
): Promise<{ count: number }> {
  return transact(ctx, async (tx) => ({ count: await countAppointmentRows(tx, { where: await narrow(tx, input) }) }));
}
