import type { TransactionContext } from "@/server/core/context";
import { createCustomer } from "@/server/customers/commands/create-customer";
import { findCustomersByNumber } from "@/server/customers/queries/find-customers-by-number";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { isHiddenNumber } from "@/server/speech/rules/understand-phone";
import { type CallRow, findSpokenLanguage, lockNumber } from "../repository/calls";
import { otherNumber } from "../rules/provider-call";

const E164 = /^\+[1-9]\d{5,14}$/;

/**
 * Who rang, by the number: the one customer who has it, nobody when several share it, a new lead when none has. A hidden
 * number is nobody's. A lead is called by its number until it has said its name.
 */
export async function linkCaller(tx: TransactionContext, call: CallRow): Promise<string | null> {
  const number = otherNumber(call);
  if (!number || isHiddenNumber(number) || !E164.test(number)) return null;
  await lockNumber(tx, number);
  const known = await findCustomersByNumber(tx, { e164: number });
  if (known.length > 0) return known.length === 1 ? (known[0]?.id ?? null) : null;
  const { customerId } = await createCustomer(tx, {
    firstName: "",
    lastName: formatPhone(number),
    phone: number,
    language: await findSpokenLanguage(tx, call.id),
    preferredBranchId: call.branchId,
  });
  return customerId;
}
