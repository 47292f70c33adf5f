import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getWish } from "@/server/appointments/queries/get-wish";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { toOffsetIso } from "@/server/core/time";
import { needsInput, notAllowed, ok } from "../rules/answers";
import { policyOf, sayFee, sayWhy, toPolicyAnswer } from "../rules/policy-answer";
import type { FunctionAnswer } from "../schema";
import { answerRefusal } from "./answer-refusal";
import { chooseAppointment } from "./choose-appointment";
import { confirmIdentity } from "./confirm-identity";
import { findWantedSlot } from "./find-wanted-slot";
import type { FunctionCall } from "./function-call";

/** Moves the caller's own appointment to an offered slot or an exact time; what it is and how long it takes stays. */
export async function rescheduleByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const confirmed = await confirmIdentity(tx, call);
  if ("answer" in confirmed) return confirmed.answer;
  const chosen = await chooseAppointment(tx, { call, caller: confirmed.caller });
  if ("answer" in chosen) return chosen.answer;
  const { appointment } = chosen;
  const wanted = await findWantedSlot(tx, sameService(call, appointment));
  if ("answer" in wanted) return wanted.answer;
  const { startsAt, staffId } = wanted.found;
  const wish = await getWish(tx, { appointmentId: appointment.id });
  const slot = { ...wish, startsAt, staffId, branchId: appointment.branch.id };
  const move = await attempt(tx, () =>
    rescheduleAppointment(tx, {
      appointmentId: appointment.id,
      newStartsAt: startsAt,
      staffId,
      reason: call.args.reason,
      isConfirmed: call.args.confirm ?? false,
      callId: call.phone.call.id,
    }),
  );
  if ("refusal" in move) return refuse(tx, { call, refusal: move.refusal, appointment, slot });
  return toAnswer(call, { appointment: move.result.appointment, policy: toPolicyAnswer(move.result.policy) });
}

/** Only the time is new: service and branch are the appointment's own. */
function sameService(call: FunctionCall, { service, branch }: AppointmentView): FunctionCall {
  return { ...call, args: { ...call.args, service_id: service.id, branch_id: branch.id } };
}

function toAnswer(
  call: FunctionCall,
  { appointment, policy }: { appointment: AppointmentView; policy: ReturnType<typeof toPolicyAnswer> },
): FunctionAnswer {
  const { id, startsAt, endsAt, timezone, services, serviceName, staff } = appointment;
  const say = call.voice.say.moved({
    when: call.voice.time(startsAt.getTime()),
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
  const data = { ...about, policy: toPolicyAnswer(policy), fee_cents: policy.feeCents };
  return Promise.resolve(
    policy.needsConfirmation
      ? needsInput(voice.say.moveWarning({ why, fee: sayFee(voice, policy) }), { ...data, needs_confirmation: true })
      : notAllowed(voice.say.moveBlocked(why), { ...data, needs_confirmation: false }),
  );
}
