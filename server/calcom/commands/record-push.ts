import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { calcomSyncRequested } from "../events";
import { type EventMap, listPartMaps } from "../repository/event-map";
import { findSessionUid, listHeirs } from "../repository/parts";
import type { AppointmentPart } from "../rules/parts";

type Recorded = Omit<Parameters<typeof recordCalcomSync>[1], "appointmentId">;

// Not audited: the change itself was audited when it was made here.
/** Tells open pages only of what they don't show yet. */
export async function record(tx: TransactionContext, appointment: AppointmentState, state: Recorded): Promise<void> {
  const isShown =
    appointment.calcomSyncStatus === state.status &&
    appointment.calcomSyncError === (state.error ?? null) &&
    (state.bookingUid === undefined || appointment.calcomBookingUid === state.bookingUid);
  if (isShown && state.version === undefined) return;
  await recordCalcomSync(tx, { appointmentId: appointment.id, ...state });
}

interface Resting {
  map: EventMap;
  appointment: AppointmentState;
  parts: readonly AppointmentPart[];
  isNews: boolean;
}

const HEIRS_AT_A_TIME = 20;

// Not audited: the change itself was audited when it was made here.
/** The appointment is written there once all of its parts are; a place in a class is, as soon as its session is. */
export async function recordRest(tx: TransactionContext, resting: Resting): Promise<"synced" | "not_linked"> {
  const { map, appointment, parts, isNews } = resting;
  const { version, partySize, status: now } = appointment;
  // Whoever gave up a place has none to tell by.
  if (partySize !== null || now === "cancelled" || now === "no_show") {
    for (const appointmentId of await listHeirs(tx, HEIRS_AT_A_TIME)) {
      if (appointmentId !== appointment.id) await publish(tx, calcomSyncRequested, { appointmentId });
    }
  }
  const maps = parts.length > 1 || map.position > 0 ? await listPartMaps(tx, appointment.id) : [];
  const others = maps.filter(({ id }) => id !== map.id);
  const first = map.position === 0 ? map : others.find(({ position }) => position === 0);
  const uid = first?.copy?.uid ?? (partySize === null ? null : await findSessionUid(tx, appointment.id));
  const status = uid ? "synced" : "not_linked";
  if (others.some((other) => isBehind(other, version))) return status;
  const seen = uid ? { bookingUid: uid, ...(isNews ? { version } : {}) } : {};
  await record(tx, appointment, { status, error: null, ...seen });
  return status;
}

/** Not written yet, failed, or left to a person. */
const isBehind = ({ state, driftStatus }: EventMap, version: number): boolean =>
  state.failure !== null || state.version !== version || driftStatus === "manual_review";
