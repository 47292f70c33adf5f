import type { TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { type AppointmentRow, findAppointmentRow } from "../repository/read";
import { changedMeanwhile } from "../views";

/** The appointment as it stands; NOT_FOUND for another company's, VERSION_CONFLICT for an edit of an older state. */
export async function requireAppointment(
  tx: TransactionContext,
  { appointmentId, version }: { appointmentId: string; version?: number | undefined },
): Promise<AppointmentRow> {
  const row = await findAppointmentRow(tx, appointmentId);
  if (!row) throw notFound("appointment");
  if (version !== undefined && version !== row.version) throw changedMeanwhile(row);
  return row;
}
