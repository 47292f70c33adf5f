import { getService } from "@/server/catalog/services/queries/get-service";
import type { TransactionContext } from "@/server/core/context";
import { toLocal } from "@/server/core/time";
import { may } from "@/server/identity/rules/permissions";
import { explainPolicy } from "@/server/policies/queries/explain-policy";
import { findHolidays } from "../../holidays/repository";
import type { Calendar } from "../../repository/load-calendar";
import type { SlotRequest } from "../../rules/slot";
import { originsOf, type UnnamedOrigin } from "../../rules/slot-origins";
import type { UnbookableReason } from "../../schema";
import type { SlotOrigin } from "../schema";

interface Asked {
  reason: UnbookableReason;
  at: number;
  request: SlotRequest;
  calendar: Calendar;
}

const LIMITS = { too_short_notice: "minNoticeMinutes", beyond_horizon: "maxHorizonDays" } as const;
const nothingMore = { exceptionKind: null, until: null, hours: null };

/** Whose rule or time stands in the way, by name; why somebody is away is told only to whoever may see absences. */
export async function nameOrigins(tx: TransactionContext, asked: Asked): Promise<SlotOrigin[]> {
  const { reason, calendar } = asked;
  if (reason === "holiday") return holidayOf(tx, asked);
  if (reason === "too_short_notice" || reason === "beyond_horizon") return [await termsOf(tx, asked, LIMITS[reason])];
  const origins = originsOf(reason, asked);
  const seesKinds = may(tx, "view_schedule_exceptions");
  const named = origins.map((origin) => ({
    ...origin,
    exceptionKind: seesKinds ? origin.exceptionKind : null,
    name: nameOf(origin, calendar),
  }));
  // Somebody whom nobody here knows is told nothing of.
  return named.filter(({ kind, name }) => kind === "company" || name !== "");
}

function nameOf({ kind, id }: UnnamedOrigin, calendar: Calendar): string {
  const byId = { staff: calendar.staffNames, service: calendar.serviceNames, resource: calendar.resourceNames };
  if (kind === "branch") return calendar.branchName;
  if (kind === "session") return calendar.serviceName;
  return kind === "company" || kind === "holiday" ? "" : (byId[kind][id ?? ""] ?? "");
}

async function holidayOf(tx: TransactionContext, { at, calendar }: Asked): Promise<SlotOrigin[]> {
  const { date } = toLocal(calendar.zone, at);
  const days = await findHolidays(tx, { branchId: calendar.branchId, from: date, until: date });
  const observed = days.filter((day) => day.isObserved && day.isInForce);
  return observed.slice(0, 1).map(({ id, name }) => ({ ...nothingMore, kind: "holiday", id, name, rule: "holiday" }));
}

/** Notice and horizon: the policy's word where it has one, else what the service says, else the company. */
async function termsOf(
  tx: TransactionContext,
  { request, calendar }: Asked,
  field: (typeof LIMITS)[keyof typeof LIMITS],
): Promise<SlotOrigin> {
  const [{ serviceId, staffId }] = request.parts;
  const subject = { branchId: calendar.branchId, serviceId, ...(staffId ? { staffId } : {}) };
  const { fields } = await explainPolicy(tx, { policyType: "booking", ...subject });
  const source = fields.find((one) => one.field === field)?.source;
  if (source && source.scope !== "default") {
    return { ...nothingMore, kind: source.scope, id: source.id, name: source.name ?? "", rule: "booking_policy" };
  }
  const service = await getService(tx, { serviceId });
  return service[field] === null
    ? { ...nothingMore, kind: "company", id: null, name: "", rule: "booking_terms" }
    : { ...nothingMore, kind: "service", id: serviceId, name: service.name, rule: "booking_terms" };
}
