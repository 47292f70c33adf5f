import { listComingAppointments } from "@/server/appointments/queries/list-coming-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import { companyContext, type TransactionContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCustomersByNumber } from "@/server/customers/queries/find-customers-by-number";
import { sayDate, sayTime } from "@/server/speech/rules/say";
import { isHiddenNumber } from "@/server/speech/rules/understand-phone";
import type { SayOptions } from "@/server/speech/schema";
import { isNameless } from "../functions/rules/phone";
import { findGreeting } from "../repository/greeting";
import type { Line } from "../repository/lines";
import { type CallParty, otherNumber } from "../rules/provider-call";

/** What the provider takes from us before its agent speaks; values must be strings. */
export interface InboundAnswer {
  call_inbound: { dynamic_variables?: Record<string, string>; metadata?: Record<string, string> };
}

/** Who rings, as far as the number tells, and how to greet them. */
export async function getInboundVariables({ line, party }: { line: Line; party: CallParty }): Promise<InboundAnswer> {
  const ctx = companyContext({ companyId: line.companyId, actor: { kind: "system", name: "inbound-call" } });
  return transact(ctx, async (tx) => {
    const greeting = await findGreeting(tx, { branchId: line.branchId, agentId: line.agentId });
    const { language, timezone: zone } = greeting;
    const caller = await findCaller(tx, otherNumber(party));
    const [next] = caller ? await listComingAppointments(tx, { customerId: caller.id, limit: 1 }) : [];
    const name = caller && !isNameless(caller) ? [caller.firstName, caller.lastName].filter(Boolean).join(" ") : "";
    const now = tx.now.getTime();
    const dynamic_variables = {
      company_name: greeting.companyName,
      branch_name: greeting.branchName,
      language,
      greeting: greeting.consentText,
      today: sayDate(now, { zone, language }),
      caller_known: name ? "true" : "false",
      customer_name: name,
      next_appointment: next ? sayNext(next, { language, now }) : "",
    };
    return { call_inbound: { dynamic_variables, metadata: { branch_id: line.branchId } } };
  });
}

/** By the clock of where it is: that may be another branch. */
const sayNext = ({ startsAt, timezone, serviceName }: AppointmentView, spoken: Omit<SayOptions, "zone">): string =>
  `${sayTime(startsAt.getTime(), { ...spoken, zone: timezone })}, ${serviceName}`;

/** A number that several people share names nobody. */
async function findCaller(tx: TransactionContext, number: string | null) {
  if (!number || isHiddenNumber(number)) return null;
  const callers = await findCustomersByNumber(tx, { e164: number });
  return callers.length === 1 ? callers[0] : null;
}
