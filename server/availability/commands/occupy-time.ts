import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { deleteAppointmentOccupancies, insertOccupancies, type OccupiedPart } from "../repository/occupancy";

const slotTaken = () => new AppError({ code: "APPOINTMENT_CONFLICT", reason: "slot_taken" });

/** Takes the parts for an appointment: all of them, or APPOINTMENT_CONFLICT and the transaction is undone. */
export async function occupyTime(
  tx: TransactionContext,
  { appointmentId, parts }: { appointmentId: string; parts: OccupiedPart[] },
): Promise<void> {
  const taken = await insertOccupancies(tx, { appointmentId }, parts);
  if (taken.length < parts.length) throw slotTaken();
}

/** Moves an appointment's time: the old one is freed and the new one taken, or nothing happens. */
export async function moveOccupiedTime(
  tx: TransactionContext,
  change: { appointmentId: string; parts: OccupiedPart[] },
): Promise<void> {
  await deleteAppointmentOccupancies(tx, change.appointmentId);
  await occupyTime(tx, change);
}
