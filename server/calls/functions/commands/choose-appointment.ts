import { listComingAppointments } from "@/server/appointments/queries/list-coming-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import type { KnownCaller } from "@/server/customers/schema";
import { needsInput } from "../rules/answers";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

export type ChosenAppointment = { appointment: AppointmentView } | { answer: FunctionAnswer };

/** The caller's own coming appointment that is meant: the named one, or the only one. Nobody else's can be named. */
export async function chooseAppointment(
  tx: TransactionContext,
  { call, caller }: { call: FunctionCall; caller: KnownCaller },
): Promise<ChosenAppointment> {
  const { args, voice } = call;
  const coming = await listComingAppointments(tx, { customerId: caller.id });
  const named = coming.find(({ id }) => id === args.appointment_id);
  const [only, another] = coming;
  if (named) return { appointment: named };
  if (!only) return { answer: { status: "unavailable", reason: "no_appointment", say: voice.say.noAppointments() } };
  if (!another && !args.appointment_id) return { appointment: only };
  const spoken = coming
    .slice(0, 3)
    .map(({ startsAt, services }) => `${voice.time(startsAt.getTime())}, ${voice.visit(services)}`);
  return { answer: needsInput(voice.say.whichAppointment(voice.or(spoken)), { missing: ["appointment_id"] }) };
}
