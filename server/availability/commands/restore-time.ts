import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { takeFreedTime, takePlaceBack } from "../repository/freed-time";
import { findCounted } from "../repository/limits";
import { requireWithinLimits } from "./require-within-limits";

interface Subject {
  appointmentId: string;
}

const taken = () => new AppError({ code: "APPOINTMENT_CONFLICT", reason: "taken_meanwhile" });

/** Occupies what an appointment had before it was cancelled, people, rooms and places alike; all of it, or APPOINTMENT_CONFLICT. */
export async function restoreTime(tx: TransactionContext, { appointmentId }: Subject): Promise<void> {
  if (!(await takeFreedTime(tx, appointmentId))) throw taken();
  await requireStillWithinLimits(tx, appointmentId);
}

/** Puts a moved appointment back to the time, the people and the rooms that it had; all of it, or APPOINTMENT_CONFLICT. */
export async function restorePlace(tx: TransactionContext, { appointmentId }: Subject): Promise<void> {
  if (!(await takePlaceBack(tx, appointmentId))) throw taken();
  await requireStillWithinLimits(tx, appointmentId);
}

/** Others may have been booked instead: what comes back counts like a booking. */
async function requireStillWithinLimits(tx: TransactionContext, appointmentId: string): Promise<void> {
  const counted = await findCounted(tx, appointmentId);
  if (counted) await requireWithinLimits(tx, counted);
}
