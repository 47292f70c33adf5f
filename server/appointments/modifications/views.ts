import type { ModificationRow } from "./repository";
import type { ModificationView } from "./schema";

type Json = Record<string, unknown>;

export function toModificationView({ appointment, ...row }: ModificationRow): ModificationView {
  const {
    id: appointmentId,
    startsAt,
    currency,
    branch,
    service,
    services,
    serviceName,
    staff,
    customer,
  } = appointment;
  const { firstName, lastName } = customer;
  return {
    ...row,
    oldValues: row.oldValues as Json | null,
    newValues: row.newValues as Json | null,
    policyResult: row.policyResult as ModificationView["policyResult"],
    actor: row.actor as Json,
    ...{ appointmentId, startsAt, currency, timezone: branch.timezone, service, services, serviceName, staff },
    branch: { id: branch.id, name: branch.name },
    customer: { id: customer.id, name: [firstName, lastName].filter(Boolean).join(" ") },
  };
}
