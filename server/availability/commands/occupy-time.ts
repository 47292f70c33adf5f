import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { deleteAppointmentOccupancies, insertOccupancies, takePlaces, takeResources } from "../repository/occupancy";
import { toParts, toResourceParts } from "../rules/parts";
import type { Slot } from "../rules/slot";
import type { Limits } from "../rules/slot-limits";
import { requireWithinLimits } from "./require-within-limits";

export interface Occupation {
  appointmentId: string;
  slot: Slot;
  /** Places in a class. */
  partySize?: number | null | undefined;
  /** What the calendar that it was found in has any of. */
  limits?: Limits | null | undefined;
}

const lost = (reason: "slot_taken" | "resource_taken" | "class_full") =>
  new AppError({ code: "APPOINTMENT_CONFLICT", reason });

/**
 * Takes what a slot needs for an appointment, people, rooms, devices and places: all of it, or APPOINTMENT_CONFLICT says
 * what somebody else was faster at. What was taken before that is undone with the transaction.
 */
export async function occupyTime(
  tx: TransactionContext,
  { appointmentId, slot, partySize, limits }: Occupation,
): Promise<void> {
  const owner = { appointmentId };
  if (slot.session) {
    const wanted = { sessionId: slot.session.id, places: partySize ?? 1 };
    if (!(await takePlaces(tx, owner, wanted))) throw lost("class_full");
    return;
  }
  const parts = toParts(slot);
  const taken = await insertOccupancies(tx, owner, parts);
  if (taken.length < parts.length) throw lost("slot_taken");
  const resources = toResourceParts(slot);
  if (resources.length > 0 && !(await takeResources(tx, owner, resources))) throw lost("resource_taken");
  if (limits) await requireWithinLimits(tx, { slot, limits });
}

/** Moves what an appointment takes: the old is freed and the new taken, or nothing happens. */
export async function moveOccupiedTime(tx: TransactionContext, change: Occupation): Promise<void> {
  await deleteAppointmentOccupancies(tx, change.appointmentId);
  await occupyTime(tx, change);
}
