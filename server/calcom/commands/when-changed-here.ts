import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { type EventMap, listPartMaps } from "../repository/event-map";
import { timeOfChange } from "../rules/changed-here";

interface Changed {
  map: Pick<EventMap, "id">;
  appointment: AppointmentState;
}

/** When something was last done to an appointment, as it counts against what was done to one part of it over there. */
export async function whenChangedHere(tx: TransactionContext, { map, appointment }: Changed): Promise<Date> {
  const last = appointment.lastChange;
  if (!last) return appointment.createdAt;
  const isFromThere = last.actor.kind === "calcom";
  const others = isFromThere ? (await listPartMaps(tx, appointment.id)).filter(({ id }) => id !== map.id) : [];
  return timeOfChange(
    { occurredAt: last.occurredAt, isFromThere },
    others.map(({ copy }) => copy),
  );
}
