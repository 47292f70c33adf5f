import type { TransactionContext } from "@/server/core/context";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { connectionNotes } from "../../connection/schema";
import { listParts } from "../../repository/parts";
import { timeOfChange } from "../../rules/changed-here";
import type { AppointmentPart } from "../../rules/parts";
import {
  type AppointmentRow,
  listAppointmentsOf,
  listMapsOf,
  listServiceMappings,
  type MapOf,
  type ServiceMapping,
  type Stretch,
} from "../repository/sides";
import type { OurSide, TheirSide } from "../rules/match-sides";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface OurSides {
  ours: OurSide[];
  /** What is known of bookings that no appointment stands for. */
  orphans: MapOf[];
}

/** Our side of what was read over there and of a stretch of time: each part of each appointment with what is known of its booking. */
export async function loadOurSides(
  tx: TransactionContext,
  { stretch, theirs }: { stretch: Stretch; theirs: readonly Pick<TheirSide, "uid" | "metadata">[] },
): Promise<OurSides> {
  const uids = theirs.map(({ uid }) => uid);
  const marked = theirs.flatMap(({ metadata: { appointmentId } }) =>
    typeof appointmentId === "string" && UUID.test(appointmentId) ? [appointmentId] : [],
  );
  const { connectedAt = null } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
  const appointments = await listAppointmentsOf(tx, { ...stretch, uids, marked, connectedAt });
  const appointmentIds = appointments.map(({ id }) => id);
  const parts = await listParts(tx, appointmentIds);
  const maps = await listMapsOf(tx, { appointmentIds, uids });
  const mappings = await listServiceMappings(tx);
  const byAppointment = new Map<string | null, MapOf[]>();
  for (const map of maps) byAppointment.set(map.appointmentId, [...(byAppointment.get(map.appointmentId) ?? []), map]);
  const ours = appointments.flatMap((appointment) => {
    const own = { maps: byAppointment.get(appointment.id) ?? [], parts: parts.get(appointment.id) ?? [], mappings };
    return sidesOf(appointment, own);
  });
  return { ours, orphans: byAppointment.get(null) ?? [] };
}

interface Own {
  maps: readonly MapOf[];
  parts: readonly AppointmentPart[];
  mappings: readonly ServiceMapping[];
}

function sidesOf(appointment: AppointmentRow, { maps, parts, mappings }: Own): OurSide[] {
  const { id: appointmentId, version, endsAt, isOnTheWay, isFromBefore, name, email, phones } = appointment;
  const { changedAt: occurredAt, isFromThere } = appointment;
  const positions = new Set([...parts, ...maps].map(({ position }) => position));
  return [...positions].map((position) => {
    const part = parts.find((one) => one.position === position) ?? null;
    const others = maps.filter((one) => one.position !== position).map(({ copy }) => copy);
    const changedAt = timeOfChange({ occurredAt, isFromThere }, others);
    return {
      ...{ appointmentId, position, version, changedAt, endsAt, isOnTheWay, isFromBefore, part },
      contact: { name, email, phones },
      map: maps.find((one) => one.position === position) ?? null,
      mappings: part ? mappingsOf(part.serviceId, { visitId: appointment.serviceId, mappings }) : [],
    };
  });
}

/** What is only a part of something stands for itself there, or by a type for all parts of it. */
function mappingsOf(serviceId: string, { visitId, mappings }: { visitId: string; mappings: Own["mappings"] }) {
  const own = mappings.filter((one) => one.serviceId === serviceId);
  return own.length > 0 ? own : mappings.filter((one) => one.serviceId === visitId);
}
