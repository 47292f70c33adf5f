import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { needsInput, notAllowed, ok } from "../rules/answers";
import { policyOf, sayAmount, sayFee, sayWhy, toPolicyAnswer } from "../rules/policy-answer";
import type { FunctionAnswer } from "../schema";
import { chooseAppointment } from "./choose-appointment";
import type { FunctionCall } from "./function-call";
import { settleWarned } from "./settle-warned";

/** Cancels the caller's own appointment; a warning of the policy is read out and confirmed first. */
export async function cancelByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const chosen = await chooseAppointment(tx, call);
  if ("answer" in chosen) return chosen.answer;
  const { appointment } = chosen;
  const appointmentId = appointment.id;
  const cancellation = await settleWarned(tx, {
    call,
    name: "cancel-appointment",
    about: { appointmentId },
    change: (isConfirmed) =>
      cancelAppointment(tx, { appointmentId, reason: call.args.reason, isConfirmed, notifyCustomer: true }),
  });
  if ("refusal" in cancellation) return refuse(call, { refusal: cancellation.refusal, appointment });
  const { policy } = cancellation.result;
  const when = call.voiceAt(appointment).time(appointment.startsAt.getTime());
  const say = call.voice.say.cancelled({
    when,
    fee: sayAmount(call.voice, policy.feeCents),
    refund: sayAmount(call.voice, policy.refundableCents),
  });
  const data = { appointment_id: appointment.id, policy: toPolicyAnswer(policy), fee_cents: policy.feeCents };
  return ok(say, { ...data, needs_confirmation: false, message: say });
}

function refuse(
  { voice }: FunctionCall,
  { refusal, appointment }: { refusal: AppError; appointment: AppointmentView },
): FunctionAnswer {
  const policy = policyOf(refusal);
  const about = { appointment_id: appointment.id };
  if (!policy) {
    if (refusal.code !== "INVALID_TRANSITION") throw refusal;
    return notAllowed(voice.say.alreadyOver(), { ...about, reason: refusal.reason });
  }
  const why = sayWhy(voice, policy.reason);
  const data = { ...about, policy: toPolicyAnswer(policy), fee_cents: policy.feeCents };
  if (!policy.needsConfirmation)
    return notAllowed(voice.say.cancelBlocked(why), { ...data, needs_confirmation: false });
  const warning = voice.say.cancelWarning({ why, fee: sayFee(voice, policy) });
  return needsInput(warning, { ...data, needs_confirmation: true });
}
