import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import { type CompanyContext, companyContext, type TransactionContext } from "@/server/core/context";
import type { CalcomBooking } from "../adapters/calcom-answers";
import type { EventMap } from "../repository/event-map";
import { isOthersDoing, isSame } from "../rules/judge-news";
import type { BegunStep } from "../schema";
import { followBookingHere } from "./apply-to-appointment";
import { whenChangedHere } from "./when-changed-here";

interface Found {
  map: EventMap;
  appointmentId: string;
  begun: BegunStep;
  booking: CalcomBooking | null;
}

// Not audited: the commands that it calls are.
/**
 * Where a write of ours met something that others had done meanwhile: what they did after our last change is followed, though
 * nobody has told of it yet, instead of being written over. Says whether it was.
 */
export async function heedOthers(tx: TransactionContext, found: Found): Promise<boolean> {
  const { map, appointmentId, begun, booking } = found;
  if (!booking?.changedAt || (map.copy && isSame(map.copy, booking)) || !isOthersDoing(begun, booking)) return false;
  const appointment = await getAppointmentState(tx, { appointmentId });
  if ((await whenChangedHere(tx, { map, appointment })) >= booking.changedAt) return false;
  const known = { ...map, appointmentId, state: { ...map.state, begun: null, lease: null } };
  const uids = [...(begun.uid ? [begun.uid] : []), booking.uid];
  await followBookingHere(tx, { known, booking, uids, appointment });
  return true;
}

/** What happened over there was nobody's doing here. */
export const asCalcom = ({ companyId, now, requestId }: CompanyContext): CompanyContext =>
  companyContext({ companyId, now, requestId, actor: { kind: "calcom" } });
