import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { takeFreedTime } from "../repository/freed-time";

/** Occupies what an appointment had before it was cancelled, people, rooms and places alike; all of it, or APPOINTMENT_CONFLICT. */
export async function restoreTime(tx: TransactionContext, { appointmentId }: { appointmentId: string }): Promise<void> {
  if (await takeFreedTime(tx, appointmentId)) return;
  throw new AppError({ code: "APPOINTMENT_CONFLICT", reason: "taken_meanwhile" });
}
