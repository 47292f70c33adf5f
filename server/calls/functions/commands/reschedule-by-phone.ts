import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getWish } from "@/server/appointments/queries/get-wish";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { toOffsetIso } from "@/server/core/time";
import { needsInput, notAllowed, ok } from "../rules/answers";
import { policyOf, sayFee, sayWhy, toPolicyAnswer } from "../rules/policy-answer";
import type { FunctionAnswer } from "../schema";
import { answerRefusal } from "./answer-refusal";
import { chooseAppointment } from "./choose-appointment";
import { findTakenOffer, type NamedTime, namedTime } from "./find-wanted-slot";
import type { FunctionCall } from "./function-call";
import { settleWarned } from "./settle-warned";

/** Moves the caller's own appointment to an offered slot or an exact time; what it is and how long it takes stays. */
export async function rescheduleByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const chosen = await chooseAppointment(tx, call);
  if ("answer" in chosen) return chosen.answer;
  const { appointment } = chosen;
  const wanted = await findWantedTime(tx, { call, appointment });
  if ("answer" in wanted) return wanted.answer;
  const { startsAt, staffId } = wanted;
  const wish = await getWish(tx, { appointmentId: appointment.id });
  const slot = { ...wish, startsAt, staffId, branchId: appointment.branch.id };
  const move = await settleWarned(tx, {
    call,
    name: "reschedule-appointment",
    about: { appointmentId: appointment.id, startsAt: startsAt.toISOString() },
    change: (isConfirmed) =>
      rescheduleAppointment(tx, {
        appointmentId: appointment.id,
        newStartsAt: startsAt,
        staffId,
        reason: call.args.reason,
        isConfirmed,
        callId: call.phone.call.id,
      }),
  });
  if ("refusal" in move) return refuse(tx, { call, refusal: move.refusal, appointment, slot });
  return toAnswer(call, { appointment: move.result.appointment, policy: toPolicyAnswer(move.result.policy) });
}

/** Only the time is new: service and branch are the appointment's own, so an offer of another branch is none for it. */
async function findWantedTime(
  tx: TransactionContext,
  { call, appointment }: { call: FunctionCall; appointment: AppointmentView },
): Promise<NamedTime | { startsAt: Date; staffId: string | null }> {
  const { branches, branch: called } = call.phone;
  const branch = branches.find(({ id }) => id === appointment.branch.id) ?? called;
  const offer = await findTakenOffer(tx, call);
  if (!offer) return namedTime(tx, { call, branch });
  if ("answer" in offer || offer.found.branchId === appointment.branch.id)
    return "found" in offer ? offer.found : offer;
  const offered = branches.find(({ id }) => id === offer.found.branchId)?.name ?? "";
  const question = call.voiceAt(branch).say.otherBranch({ offered, own: appointment.branch.name });
  const data = { reason: "other_branch", missing: ["slot_id"], branch_id: appointment.branch.id };
  return { answer: needsInput(question, { ...data, next_function: "check-availability" }) };
}

function toAnswer(
  call: FunctionCall,
  { appointment, policy }: { appointment: AppointmentView; policy: ReturnType<typeof toPolicyAnswer> },
): FunctionAnswer {
  const { id, startsAt, endsAt, timezone, services, serviceName, staff } = appointment;
  const say = call.voice.say.moved({
    when: call.voiceAt({ timezone }).time(startsAt.getTime()),
    service: call.voice.visit(services),
    staff: staff.name,
  });
  return ok(say, {
    appointment_id: id,
    starts_at: toOffsetIso(timezone, startsAt.getTime()),
    ends_at: toOffsetIso(timezone, endsAt.getTime()),
    staff_name: staff.name,
    service_name: serviceName,
    policy,
    fee_cents: policy.fee_cents,
    needs_confirmation: false,
    message: say,
  });
}

interface RefusedMove {
  call: FunctionCall;
  refusal: AppError;
  appointment: AppointmentView;
  slot: Parameters<typeof answerRefusal>[1]["slot"];
}

function refuse(tx: TransactionContext, { call, refusal, appointment, slot }: RefusedMove): Promise<FunctionAnswer> {
  const { voice } = call;
  const policy = policyOf(refusal);
  const about = { appointment_id: appointment.id };
  if (refusal.code === "INVALID_TRANSITION")
    return Promise.resolve(notAllowed(voice.say.alreadyOver(), { ...about, reason: refusal.reason }));
  if (!policy) return answerRefusal(tx, { call, refusal, slot, movingAppointmentId: appointment.id });
  const why = sayWhy(voice, policy.reason);
  const fee_cents = policy.feeCents;
  const data = { ...about, new_starts_at: slot.startsAt.toISOString(), policy: toPolicyAnswer(policy), fee_cents };
  return Promise.resolve(
    policy.needsConfirmation
      ? needsInput(voice.say.moveWarning({ why, fee: sayFee(voice, policy) }), { ...data, needs_confirmation: true })
      : notAllowed(voice.say.moveBlocked(why), { ...data, needs_confirmation: false }),
  );
}
