import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { calendarLink } from "@/server/appointments/queries/calendar-link";
import { findBookedInCall } from "@/server/appointments/queries/find-booked-in-call";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { listCallAppointments } from "@/server/appointments/queries/list-call-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import { searchSlots } from "@/server/availability/queries/search-slots";
import type { UnbookableReason } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import { attempt } from "@/server/core/savepoint";
import { toOffsetIso } from "@/server/core/time";
import { getPolicies } from "@/server/policies/queries/get-policy";
import { ok } from "../rules/answers";
import { sayCancellationTerms } from "../rules/cancellation-terms";
import { sayPeople } from "../rules/say-people";
import type { FunctionAnswer } from "../schema";
import { answerRefusal, offerOthers } from "./answer-refusal";
import { askForProof } from "./ask-for-proof";
import { chooseCustomer } from "./choose-customer";
import { findWantedSlot, type WantedSlot } from "./find-wanted-slot";
import type { FunctionCall } from "./function-call";

/**
 * Books what was offered, or an exact time; asked again for the same person it answers with the same appointment, as long
 * as that stands. The requests of a call come one after the other, so nothing is booked between the look and the booking.
 */
export async function bookByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const wanted = await findWantedSlot(tx, call);
  if ("answer" in wanted) return wanted.answer;
  const { slotId, explanation, ...slot } = wanted.found;
  const callId = call.phone.call.id;
  // What nothing holds for this call may be long gone: better known before anybody is asked for a name.
  const reason = slotId ? null : await findObstacle(tx, { ...slot, callId });
  if (reason) return offerOthers(tx, { call, slot, reason });
  const { booking: rule, cancellation } = await getPolicies(tx, { types: ["booking", "cancellation"], ...slot });
  const question = await askForProof(tx, { call, policy: rule });
  if (question) return question;
  const policySaid = sayCancellationTerms(call.voice, cancellation);
  const booking = await attempt(tx, async () => {
    const customer = await chooseCustomer(tx, call);
    if ("answer" in customer) return customer;
    const { customerId, isEmailUnclear } = customer;
    const repeat = await findBookedInCall(tx, { ...slot, callId, customerId, serviceIds: servicesOf(slot) });
    if (repeat) return { appointment: repeat, isEmailUnclear };
    const booked = await bookAppointment(tx, {
      ...slot,
      slotId,
      callId,
      explanation: { ...explanation, policySaid },
      customerId,
      notes: call.args.customer_notes ?? call.args.notes ?? null,
      source: "phone",
    });
    return { ...booked, isEmailUnclear };
  });
  if ("refusal" in booking) return answerRefusal(tx, { call, refusal: booking.refusal, slot });
  if ("answer" in booking.result) return booking.result.answer;
  const { appointment, isEmailUnclear } = booking.result;
  const people = await peopleOf(tx, { appointment, slot });
  const names = await namesOf(tx, { call, appointment, slot });
  return toAnswer(call, { appointment, isEmailUnclear, people, policySaid, ...names });
}

const servicesOf = ({ serviceId, followedBy }: Pick<WantedSlot, "serviceId" | "followedBy">): string[] => [
  serviceId,
  ...followedBy.map((part) => part.serviceId),
];

/** How many it was booked for; nobody looks where one comes alone. */
async function peopleOf(
  tx: TransactionContext,
  { appointment, slot }: { appointment: AppointmentView; slot: Pick<WantedSlot, "partySize"> },
) {
  if ((slot.partySize ?? 1) === 1) return { booked: 1, isForOne: false };
  const { partySize } = await getAppointment(tx, { appointmentId: appointment.id });
  return { booked: partySize ?? 1, isForOne: partySize === null };
}

interface Booked {
  /** `isForOne`: several were to come, to what can be booked for one only. */
  people: { booked: number; isForOne: boolean };
  appointment: AppointmentView;
  serviceName: string;
  staffName: string;
  isEmailUnclear: boolean;
  /** Until when it can be cancelled, and what it costs after that; null where there is nothing to know. */
  policySaid: string | null;
}

/** All that was booked and everybody who does a part of it, as people say it. */
async function namesOf(
  tx: TransactionContext,
  {
    call,
    appointment,
    slot,
  }: { call: FunctionCall; appointment: AppointmentView; slot: Parameters<typeof servicesOf>[0] },
): Promise<Pick<Booked, "serviceName" | "staffName">> {
  const { voice, phone } = call;
  const chosen = servicesOf(slot).flatMap((id) => phone.services.find((service) => service.id === id) ?? []);
  const isOneStep = chosen.length < 2 && chosen.every(({ segments }) => segments.length === 0);
  if (isOneStep) return { serviceName: appointment.service.name, staffName: appointment.staff.name };
  const { segments } = await getAppointment(tx, { appointmentId: appointment.id });
  const names = new Set(segments.flatMap(({ staffName }) => staffName ?? []));
  return { serviceName: voice.and(chosen.map(({ name }) => name)), staffName: voice.and([...names]) };
}

/** Why nothing can start at that time, or null when it can; what this very call booked there is no obstacle. */
async function findObstacle(
  tx: TransactionContext,
  { startsAt, ...wanted }: Omit<WantedSlot, "slotId" | "explanation"> & { callId: string },
): Promise<UnbookableReason | null> {
  const only = { from: startsAt, until: new Date(startsAt.getTime() + 1) };
  const { reason } = await searchSlots(tx, { ...wanted, ...only });
  if (!reason) return null;
  const own = await listCallAppointments(tx, wanted);
  return own.some((appointment) => appointment.startsAt.getTime() === startsAt.getTime()) ? null : reason;
}

function toAnswer(call: FunctionCall, booking: Booked): FunctionAnswer {
  const { appointment, serviceName, staffName, isEmailUnclear, people, policySaid } = booking;
  const { id, startsAt, endsAt, timezone, branch } = appointment;
  const voice = call.voiceAt(call.phone.branches.find((one) => one.id === branch.id) ?? call.phone.branch);
  const [starts_at, ends_at] = [toOffsetIso(timezone, startsAt.getTime()), toOffsetIso(timezone, endsAt.getTime())];
  const service = sayPeople(voice.say, { service: serviceName, people: people.booked });
  const booked = voice.say.booked({ when: voice.time(startsAt.getTime()), service, staff: staffName });
  const say = [
    booked,
    ...(people.isForOne ? [voice.say.onePersonEach()] : []),
    ...(policySaid ? [policySaid] : []),
    ...(isEmailUnclear ? [voice.say.emailUnclear()] : []),
  ].join(" ");
  return ok(say, {
    appointment_id: id,
    starts_at,
    ends_at,
    start: starts_at,
    end: ends_at,
    staff_name: staffName,
    service_name: serviceName,
    ...((people.booked > 1 || people.isForOne) && { party_size: people.booked }),
    branch_name: branch.name,
    price_cents: appointment.priceCents,
    confirmation_message: booked,
    ...(policySaid && { cancellation_terms: policySaid }),
    ...(isEmailUnclear && { email_understood: false }),
    calendar_link: calendarLink(id),
  });
}
