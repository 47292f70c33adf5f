import { displayName } from "@/server/customers/rules";
import type { EndedCallRow, ModificationRow } from "./repository/activity";
import type { Activity, ActivityKind } from "./schema";

const BY_STATUS: Record<string, ActivityKind> = {
  confirmed: "confirmed",
  in_progress: "started",
  completed: "completed",
  no_show: "no_show",
  cancelled: "cancelled",
};

function kindOf({ type, status }: ModificationRow): ActivityKind {
  if (type === "created") return status === "pending" ? "requested" : "booked";
  if (type === "rescheduled" || type === "cancelled" || type === "reassigned") return type;
  return BY_STATUS[status ?? ""] ?? "confirmed";
}

export function fromModification(row: ModificationRow): Activity {
  const { appointmentId, startsAt, serviceName, staffName, timezone, actor } = row;
  const callId = actor.callId ?? (row.type === "created" ? row.callId : null);
  return {
    id: row.id,
    kind: kindOf(row),
    at: row.at,
    actor: { kind: actor.kind ?? "system", name: actor.name ?? null },
    source: row.source,
    appointment: { id: appointmentId, startsAt, serviceName, staffName, timezone },
    call: callId ? { id: callId, outcome: null, durationSec: null } : null,
    customer: { id: row.customerId, name: displayName(row) },
  };
}

export function fromEndedCall(row: EndedCallRow): Activity {
  const { id, at, outcome, durationSec, customerId, firstName, lastName } = row;
  return {
    id,
    kind: "call_ended",
    at,
    actor: { kind: "agent", name: null },
    source: null,
    appointment: null,
    call: { id, outcome, durationSec },
    customer: customerId
      ? { id: customerId, name: displayName({ firstName: firstName ?? "", lastName: lastName ?? "" }) }
      : null,
  };
}
