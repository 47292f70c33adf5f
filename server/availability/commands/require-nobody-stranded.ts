import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { may } from "@/server/identity/rules/permissions";
import type { ComingAppointment } from "../repository/stranded-appointments";

/** As many as one can look through before saying yes. */
const MOST_TOLD = 50;

/** A change that leaves appointments where nobody is there goes through with a yes only, and says first which they are. */
export function requireNobodyStranded(
  tx: TransactionContext,
  appointments: readonly ComingAppointment[],
  { isConfirmed, reason }: { isConfirmed: boolean; reason: "appointments_outside_hours" | "appointments_in_the_way" },
): void {
  if (isConfirmed || appointments.length === 0) return;
  const maySee = may(tx, "view_appointments");
  const told = appointments
    .slice(0, MOST_TOLD)
    .map(({ id, startsAt, endsAt, customerName, serviceName, staffName }) => ({
      ...{ id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), serviceName, staffName },
      customerName: maySee ? customerName : null,
    }));
  const details = { count: new Set(appointments.map(({ id }) => id)).size, appointments: told };
  throw new AppError({ code: "PRECONDITION_FAILED", reason, details });
}
