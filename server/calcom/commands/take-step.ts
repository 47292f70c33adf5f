import type { AppointmentState } from "@/server/appointments/schema";
import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { reading } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import type { Calcom } from "../adapters/calcom";
import type { CalcomBooking } from "../adapters/calcom-answers";
import type { NewBooking } from "../adapters/calcom-bookings";
import { CalcomError } from "../adapters/calcom-error";
import { isLive, type WantedLength } from "../rules/next-step";
import { findOwn, isOwn, type OwnMarks } from "../rules/own-booking";
import { reasonFor } from "../rules/words";
import type { BegunStep, CalcomErrorKind } from "../schema";
import type { ClaimedStep } from "./claim-step";
import { followBooking } from "./follow-booking";

/** Makes the call, and answers with what stands over there now; null if nothing does. Throws CalcomError. */
export async function takeStep(ctx: CompanyContext, calcom: Calcom, claim: ClaimedStep): Promise<CalcomBooking | null> {
  const { step, begun, appointment, position } = claim;
  const segment: Record<string, string> = position > 0 ? { segment: String(position) } : {};
  const marks = { appointmentId: appointment.id, companyId: ctx.companyId, idemKey: begun.idemKey, ...segment };
  switch (step.action) {
    case "find":
      return begun.uid ? follow(calcom, begun.uid) : lookForOwn(calcom, { begun, marks });
    case "create": {
      // A session that has passed was not theirs alone.
      const uid = appointment.partySize === null ? step.over : undefined;
      const changed = uid && (await findChanged(calcom, { uid, now: ctx.now }));
      if (changed) return changed;
      const wish = { ...step, ...(await describe(ctx, appointment)), metadata: { ...marks, ...segment } };
      return create(calcom, { wish, begun, marks });
    }
    case "reschedule": {
      const reason = reasonFor("moved", await languageOf(ctx, appointment));
      return orAsItStands(calcom, step.uid, {
        change: () => calcom.rescheduleBooking({ ...step, reason }),
        isOver: (found) => !isLive(found),
      });
    }
    case "cancel": {
      if (step.wants) await requireLength(calcom, step.wants);
      const reason = reasonFor(step.cause, await languageOf(ctx, appointment));
      return orAsItStands(calcom, step.uid, {
        change: () => calcom.cancelBooking({ uid: step.uid, reason }),
        isOver: (found) => !isLive(found) || found.endsAt <= ctx.now,
      });
    }
    case "confirm":
      return orAsItStands(calcom, step.uid, {
        change: () => calcom.confirmBooking(step.uid),
        isOver: ({ status }) => status !== "pending",
      });
    case "mark_absent":
    case "mark_present":
      return markAttendance(calcom, { uid: step.uid, isAbsent: step.action === "mark_absent" });
    case "decline": {
      const reason = reasonFor("cancelled", await languageOf(ctx, appointment));
      return orAsItStands(calcom, step.uid, {
        change: () => calcom.declineBooking({ uid: step.uid, reason }),
        isOver: ({ status }) => status !== "pending",
      });
    }
  }
}

/** What is cancelled to be booked anew longer or shorter has to be bookable so. */
async function requireLength(calcom: Calcom, { eventTypeId, lengthMinutes }: WantedLength): Promise<void> {
  const { lengthOptions } = await calcom.getEventType(eventTypeId);
  if (lengthOptions.includes(lengthMinutes)) return;
  throw new CalcomError({ kind: "refused", message: `the event type can't be booked for ${lengthMinutes} minutes` });
}

/** What was taken for a visit that has passed, where it was called off or moved over there before it had. */
async function findChanged(calcom: Calcom, { uid, now }: { uid: string; now: Date }): Promise<CalcomBooking | null> {
  const found = await follow(calcom, uid);
  return found && (!isLive(found) || found.endsAt > now) ? found : null;
}

interface Creation {
  wish: NewBooking;
  begun: BegunStep;
  marks: OwnMarks;
}

/** What stands in the way may be the booking itself, from an attempt that nobody remembers. */
async function create(calcom: Calcom, { wish, begun, marks }: Creation): Promise<CalcomBooking> {
  try {
    return requireNew(await calcom.createBooking(wish), marks);
  } catch (error) {
    if (!isKind(error, "taken")) throw error;
    const own = await lookForOwn(calcom, { begun, marks });
    if (!own || !isLive(own)) throw error;
    return own;
  }
}

/** Where hosts take turns or confirm, whoever books twice for one time is answered with the booking that they have already. */
function requireNew(booking: CalcomBooking, marks: OwnMarks): CalcomBooking {
  if (isOwn(booking, marks)) return booking;
  const message = "the customer has another booking of this event type at that time";
  throw new CalcomError({ kind: "refused", message });
}

/** There is no search by metadata: all that began then, of any status, is looked through. */
async function lookForOwn(calcom: Calcom, { begun, marks }: Omit<Creation, "wish">): Promise<CalcomBooking | null> {
  const { eventTypeId, startsAt } = begun;
  if (eventTypeId === null || startsAt === null) return null;
  const beforeEnd = new Date(startsAt.getTime() + DAY);
  const window = { eventTypeIds: [eventTypeId], afterStart: startsAt, beforeEnd };
  const { bookings, unreadable } = await calcom.listBookings(window);
  const own = findOwn(bookings, marks);
  if (!own && unreadable.some(({ metadata }) => metadata.idemKey === marks.idemKey)) {
    throw new CalcomError({ kind: "unreadable", message: "the booking could not be understood" });
  }
  return own?.rescheduledToUid ? follow(calcom, own.rescheduledToUid) : own;
}

/** As it stands there: it may be so already, or be off or moved by now. */
async function markAttendance(calcom: Calcom, { uid, isAbsent }: { uid: string; isAbsent: boolean }) {
  const found = await follow(calcom, uid);
  if (found?.uid !== uid || !isLive(found) || found.isAbsent === isAbsent) return found;
  const { attendeeEmail: email } = found;
  if (!email) throw new CalcomError({ kind: "refused", message: "the booking names nobody who could be marked" });
  return orAsItStands(calcom, uid, {
    change: () => calcom.markAttendance({ uid, email, isAbsent }),
    isOver: (seen) => !isLive(seen),
  });
}

interface Change {
  change: () => Promise<CalcomBooking>;
  /** Nothing can be changed about this booking any more. */
  isOver: (found: CalcomBooking) => boolean;
}

/** A refusal may only mean that it is done, over, or was done by somebody else: then the booking itself tells. */
async function orAsItStands(calcom: Calcom, uid: string, { change, isOver }: Change): Promise<CalcomBooking | null> {
  try {
    return await change();
  } catch (error) {
    if (!isKind(error, "already_cancelled", "gone", "refused")) throw error;
    const found = await follow(calcom, uid);
    if (found?.uid === uid && !isOver(found)) throw error;
    return found;
  }
}

const follow = async (calcom: Calcom, uid: string): Promise<CalcomBooking | null> =>
  (await followBooking(calcom, uid)).booking;

const isKind = (error: unknown, ...kinds: CalcomErrorKind[]): boolean =>
  error instanceof CalcomError && kinds.includes(error.kind);

const findContact = (ctx: CompanyContext, customerId: string) => reading(ctx, (tx) => findCustomer(tx, { customerId }));

async function languageOf(ctx: CompanyContext, { customer }: AppointmentState): Promise<string> {
  return (await findContact(ctx, customer.id))?.language ?? "de";
}

/** Nothing is invented for somebody without an address: the refusal is shown instead. */
async function describe(ctx: CompanyContext, { customer, timezone }: AppointmentState) {
  const contact = await findContact(ctx, customer.id);
  if (!contact?.email && !contact?.phone) {
    throw new CalcomError({ kind: "refused", message: "the customer has neither phone nor e-mail" });
  }
  const { email, phone, language } = contact;
  const address = { ...(email ? { email } : {}), ...(phone ? { phoneNumber: phone } : {}) };
  return { attendee: { name: customer.name || phone || "–", timeZone: timezone, language, ...address } };
}
