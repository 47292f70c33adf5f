import { listBookedInCall } from "@/server/appointments/queries/list-booked-in-call";
import { listComingAppointments } from "@/server/appointments/queries/list-coming-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { needsInput } from "../rules/answers";
import { callerOf } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import { confirmIdentity } from "./confirm-identity";
import type { FunctionCall } from "./function-call";

export type ChosenAppointment = { appointment: AppointmentView } | { answer: FunctionAnswer };

/**
 * The caller's own coming appointment that is meant: the named one, or the only one. Nobody else's can be named. Who is
 * calling must be proved first, except for what this very call has booked and names; whom no number tells may change that, and
 * nothing else.
 */
export async function chooseAppointment(tx: TransactionContext, call: FunctionCall): Promise<ChosenAppointment> {
  const booked = await listBookedInCall(tx, { callId: call.phone.call.id });
  const named = booked.find(({ id }) => id === call.args.appointment_id);
  if (named) return { appointment: named };
  if (!callerOf(call.phone) && booked.length > 0) return chooseAmong(call, booked);
  const confirmed = await confirmIdentity(tx, call);
  if ("answer" in confirmed) return confirmed;
  return chooseAmong(call, await listComingAppointments(tx, { customerId: confirmed.caller.id }));
}

function chooseAmong({ args, voice, voiceAt }: FunctionCall, coming: readonly AppointmentView[]): ChosenAppointment {
  const named = coming.find(({ id }) => id === args.appointment_id);
  const [only, another] = coming;
  if (named) return { appointment: named };
  if (!only) return { answer: { status: "unavailable", reason: "no_appointment", say: voice.say.noAppointments() } };
  if (!another && !args.appointment_id) return { appointment: only };
  const spoken = coming
    .slice(0, 3)
    .map((one) => ({ service: voice.visit(one.services), when: voiceAt(one).time(one.startsAt.getTime()) }))
    .map(voice.say.visitAt);
  return { answer: needsInput(voice.say.whichAppointment(voice.or(spoken)), { missing: ["appointment_id"] }) };
}
