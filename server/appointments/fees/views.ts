import { feeExplanation } from "@/server/policies/rules/verdict";
import type { FeeRow } from "./repository";
import type { FeeView } from "./schema";

export function toFeeView(row: FeeRow): FeeView {
  const { customer, appointment, explanation, decidedBy, customerId: _customer, appointmentId: _of, ...fee } = row;
  return {
    ...fee,
    openCents: fee.amountCents - fee.fromDepositCents,
    explanation: feeExplanation.safeParse(explanation).data ?? null,
    customer: { id: customer.id, name: [customer.firstName, customer.lastName].filter(Boolean).join(" ") },
    appointment: {
      id: appointment.id,
      startsAt: appointment.startsAt,
      timezone: appointment.branch.timezone,
      serviceName: appointment.serviceName,
    },
    decidedBy: nameOf(decidedBy),
  };
}

/** A person or a key has a name; whoever else decided is known by what it is. */
function nameOf(actor: unknown): string | null {
  if (typeof actor !== "object" || actor === null) return null;
  return "name" in actor && typeof actor.name === "string" ? actor.name : null;
}
