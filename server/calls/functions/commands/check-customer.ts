import { type CustomerHistory, findCustomerHistory } from "@/server/appointments/queries/find-customer-history";
import type { TransactionContext } from "@/server/core/context";
import { toOffsetIso } from "@/server/core/time";
import type { KnownCaller } from "@/server/customers/schema";
import { writeCall } from "../../repository/calls";
import { needsInput, ok } from "../rules/answers";
import { callerByName } from "../rules/caller-by-name";
import { callerName, callerOf, isNameless, type Phone } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";
import { mayName, namedAmong } from "./recognise-by-name";

const NOBODY = {
  customer_found: false,
  customer_id: null,
  customer_name: null,
  appointment_count: 0,
  last_appointment: null,
  next_appointment: null,
  no_show_count: 0,
  is_vip: false,
  preferred_staff: null,
  preferred_service: null,
};

/**
 * Says who is calling: by the number they call from, and by name where several share it. A number that is only spoken
 * proves nothing, so it finds nobody.
 */
export async function checkCustomer(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, args, voice } = call;
  const said = args.name ?? args.customer_name;
  const known = callerOf(phone);
  const isSomebodyElse = Boolean(said && phone.callers.length > 0 && !(known && fits(known, said)));
  const caller = isSomebodyElse ? namedAmong(phone, said) : known;
  if (!caller && isSomebodyElse) return missed(tx, call);
  if (!caller) {
    const isShared = phone.callers.length > 1;
    return isShared
      ? needsInput(voice.say.whichCaller(), { ...NOBODY, missing: ["name"] })
      : ok(said ? voice.say.welcomeAnybody() : voice.say.welcome(), NOBODY);
  }
  if (phone.call.customerId !== caller.id)
    await writeCall(tx, phone.call.id, { customerId: caller.id, identityLevel: 1 });
  const history = await findCustomerHistory(tx, { customerId: caller.id });
  const name = callerName(caller);
  // Who has just said a name is not asked for it.
  const greeting = name ? voice.say.welcomeBack(name) : said ? voice.say.welcomeAnybody() : voice.say.welcome();
  return ok(greeting, toFacts(phone, { caller, name, history }));
}

const fits = (caller: KnownCaller, said: string): boolean =>
  isNameless(caller) || callerByName([caller], said) !== null;

/** Nobody with this number has that name: nothing is told of those who do have it, now or later in the call. */
async function missed(tx: TransactionContext, { phone, voice }: FunctionCall): Promise<FunctionAnswer> {
  const nameMisses = phone.call.nameMisses + 1;
  await writeCall(tx, phone.call.id, { nameMisses, customerId: null, identityLevel: 0, verificationCodeHash: null });
  return mayName({ ...phone, call: { ...phone.call, nameMisses } })
    ? needsInput(voice.say.whichCaller(), { ...NOBODY, missing: ["name"] })
    : ok(voice.say.welcomeNew(), NOBODY);
}

interface Known {
  caller: KnownCaller;
  name: string | null;
  history: CustomerHistory;
}

function toFacts(phone: Phone, { caller, name, history }: Known): Record<string, unknown> {
  const { last, next, preferredService } = history;
  const staff = phone.staff.find(({ id }) => id === caller.preferredStaffId);
  return {
    customer_found: true,
    customer_id: caller.id,
    customer_name: name,
    appointment_count: caller.appointmentCount,
    last_appointment: last && toAppointment(phone, last),
    next_appointment: next && toAppointment(phone, next),
    no_show_count: caller.noShowCount,
    is_vip: caller.isVip,
    preferred_staff: staff ? { staff_id: staff.id, name: staff.name } : null,
    preferred_service: preferredService && { service_id: preferredService.id, name: preferredService.name },
  };
}

function toAppointment({ branch }: Phone, visit: NonNullable<CustomerHistory["last"]>): Record<string, unknown> {
  return {
    appointment_id: visit.id,
    starts_at: toOffsetIso(branch.timezone, visit.startsAt.getTime()),
    service_name: visit.serviceName,
    staff_name: visit.staffName,
    status: visit.status,
  };
}
