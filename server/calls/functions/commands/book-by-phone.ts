import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { calendarLink } from "@/server/appointments/queries/calendar-link";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { listCallAppointments } from "@/server/appointments/queries/list-call-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import { searchSlots } from "@/server/availability/queries/search-slots";
import type { UnbookableReason } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import { attempt } from "@/server/core/savepoint";
import { toOffsetIso } from "@/server/core/time";
import { ok } from "../rules/answers";
import type { FunctionAnswer } from "../schema";
import { answerRefusal, offerOthers } from "./answer-refusal";
import { askForProof } from "./ask-for-proof";
import { chooseCustomer } from "./choose-customer";
import { findWantedSlot, type WantedSlot } from "./find-wanted-slot";
import type { FunctionCall } from "./function-call";

/** Books what was offered, or an exact time; asked again it answers with the same appointment. */
export async function bookByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const wanted = await findWantedSlot(tx, call);
  if ("answer" in wanted) return wanted.answer;
  const { slotId, explanation, ...slot } = wanted.found;
  const callId = call.phone.call.id;
  // What nothing holds for this call may be long gone: better known before anybody is asked for a name.
  const reason = slotId ? null : await findObstacle(tx, { ...slot, callId });
  if (reason) return offerOthers(tx, { call, slot, reason });
  const question = await askForProof(tx, { call, slot });
  if (question) return question;
  const booking = await attempt(tx, async () => {
    const customer = await chooseCustomer(tx, call);
    if ("answer" in customer) return customer;
    return bookAppointment(tx, {
      ...slot,
      slotId,
      callId,
      explanation,
      customerId: customer.customerId,
      notes: call.args.customer_notes ?? call.args.notes ?? null,
      source: "phone",
      idempotencyKey: [callId, servicesOf(slot).join("+"), slot.startsAt.toISOString()].join(":"),
    });
  });
  if ("refusal" in booking) return answerRefusal(tx, { call, refusal: booking.refusal, slot });
  if ("answer" in booking.result) return booking.result.answer;
  const { appointment } = booking.result;
  return toAnswer(call, { appointment, ...(await namesOf(tx, { call, appointment, slot })) });
}

const servicesOf = ({ serviceId, followedBy }: Pick<WantedSlot, "serviceId" | "followedBy">): string[] => [
  serviceId,
  ...followedBy.map((part) => part.serviceId),
];

interface Booked {
  appointment: AppointmentView;
  serviceName: string;
  staffName: string;
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

function toAnswer(call: FunctionCall, { appointment, serviceName, staffName }: Booked): FunctionAnswer {
  const { id, startsAt, endsAt, timezone, branch } = appointment;
  const voice = call.voiceAt(call.phone.branches.find((one) => one.id === branch.id) ?? call.phone.branch);
  const [starts_at, ends_at] = [toOffsetIso(timezone, startsAt.getTime()), toOffsetIso(timezone, endsAt.getTime())];
  const say = voice.say.booked({ when: voice.time(startsAt.getTime()), service: serviceName, staff: staffName });
  return ok(say, {
    appointment_id: id,
    starts_at,
    ends_at,
    start: starts_at,
    end: ends_at,
    staff_name: staffName,
    service_name: serviceName,
    branch_name: branch.name,
    price_cents: appointment.priceCents,
    confirmation_message: say,
    calendar_link: calendarLink(id),
  });
}
