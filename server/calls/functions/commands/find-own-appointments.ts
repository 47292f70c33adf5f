import { listBookedInCall } from "@/server/appointments/queries/list-booked-in-call";
import { listComingAppointments } from "@/server/appointments/queries/list-coming-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { toOffsetIso } from "@/server/core/time";
import { ok } from "../rules/answers";
import { callerOf, identityLevel } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import { confirmIdentity } from "./confirm-identity";
import type { FunctionCall } from "./function-call";
import { whoIsCalling } from "./recognise-by-name";

/** The caller's coming appointments: the next one for whom the number tells, all of them for who has proved it. */
export async function findOwnAppointments(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, args } = call;
  const caller = callerOf(phone);
  if (!caller) return bookedJustNow(tx, call);
  const confirmed = args.code || args.birthdate ? await confirmIdentity(tx, call) : null;
  if (confirmed && "answer" in confirmed) return confirmed.answer;
  const maySeeAll = confirmed !== null || phone.company.verification === "none" || identityLevel(phone) >= 2;
  const coming = await listComingAppointments(tx, { customerId: caller.id });
  const shown = maySeeAll ? coming : coming.slice(0, 1);
  const data = { appointments: shown.map(toFound), further_count: coming.length - shown.length };
  return ok(sentence(call, { shown, furtherCount: data.further_count }), data);
}

/** Whom no number tells may hear what this very call has booked. */
async function bookedJustNow(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const shown = await listBookedInCall(tx, { callId: call.phone.call.id });
  if (shown.length === 0) return whoIsCalling(call, { appointments: [] });
  return ok(sentence(call, { shown, furtherCount: 0 }), { appointments: shown.map(toFound), further_count: 0 });
}

const toFound = ({ id, startsAt, timezone, service, serviceName, staff, branch, status }: AppointmentView) => ({
  appointment_id: id,
  starts_at: toOffsetIso(timezone, startsAt.getTime()),
  service_id: service.id,
  service_name: serviceName,
  staff_id: staff.id,
  staff_name: staff.name,
  branch_name: branch.name,
  status,
});

interface Shown {
  shown: AppointmentView[];
  furtherCount: number;
}

function sentence({ voice, voiceAt }: FunctionCall, { shown, furtherCount }: Shown): string {
  const [first] = shown;
  if (!first) return voice.say.noAppointments();
  const timeOf = (one: AppointmentView) => voiceAt(one).time(one.startsAt.getTime());
  const spoken = (one: AppointmentView) => voice.say.visitAt({ service: voice.visit(one.services), when: timeOf(one) });
  if (shown.length > 1) return voice.say.severalAppointments(voice.and(shown.slice(0, 4).map(spoken)));
  const facts = {
    when: timeOf(first),
    service: voice.visit(first.services),
    staff: first.staff.name,
  };
  const next = voice.say.nextAppointment(facts);
  return furtherCount > 0 ? `${next} ${voice.say.furtherAppointments()}` : next;
}
