import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { TransactionContext } from "@/server/core/context";
import type { CalcomNews } from "../adapters/calcom-webhook";
import { lockBooking, lockKnownBooking } from "../repository/bookings";
import type { BookingCopy } from "../schema";
import type { Applied } from "./apply-to-appointment";
import { keepForPerson } from "./keep-for-person";

interface Unreadable {
  news: Pick<CalcomNews, "trigger" | "eventTypeId" | "said">;
  uids: [string, ...string[]];
}

// Not audited: nothing is changed.
/**
 * A signed delivery of a booking that our key is not shown: somebody else's, or gone. Kept as it describes itself, so that
 * nothing is lost; of one that we know, nothing is believed that can't be read.
 */
export async function keepUnreadable(tx: TransactionContext, { news, uids }: Unreadable): Promise<Applied> {
  await lockBooking(tx, uids[0]);
  const known = await lockKnownBooking(tx, uids);
  // What a person decided was about what they were shown then: these are other news.
  const isWaiting = known !== null && (known.driftStatus === "manual_review" || known.state.begun !== null);
  if (isWaiting) return { state: "known" };
  const booking = known?.copy ?? describe(tx, { news, uids });
  const appointmentId = known?.appointmentId;
  const appointment = appointmentId ? await getAppointmentState(tx, { appointmentId }) : null;
  // Of what is known the uids are remembered once they can be read: until then they would count as former ones.
  const kept = { known, booking, uids: known?.copy ? [] : uids, appointment };
  await keepForPerson(tx, { ...kept, reason: "not_readable", said: news.trigger });
  return { state: "kept_for_person", reason: "not_readable" };
}

function describe(tx: TransactionContext, { news: { said, eventTypeId }, uids }: Unreadable): BookingCopy {
  const startsAt = said.startsAt ?? tx.now;
  const attendee = said.attendee && { ...said.attendee, timeZone: null, language: null };
  const what = { title: said.title, host: said.host, attendee, bookingId: said.bookingId, eventTypeId };
  const isTimeUntold = said.startsAt === null;
  return { ...what, uid: uids[0], startsAt, endsAt: said.endsAt ?? startsAt, isTimeUntold, status: "unknown" };
}
