import { requireFreeSlot } from "@/server/availability/queries/require-free-slot";
import type { ServiceView } from "@/server/catalog/schema";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { matchCustomer } from "@/server/customers/queries/match-customer";
import { getPrice } from "@/server/policies/queries/get-price";
import type { StaffView } from "@/server/staff/schema";
import { type AppointmentStatus, appointmentStatus, bookAppointmentInput } from "../../schema";
import { isThereAlready } from "../repository/lines";
import { matchName } from "../rules/match-name";
import { problem, type ReadLine, readLine } from "../rules/read-line";
import type { ImportMapping, ImportOptions, LinePlan, LineProblem } from "../schema";

/** What all lines of a file have in common. */
export interface ImportFacts {
  branchId: string;
  zone: string;
  currency: string;
  mapping: ImportMapping;
  options: ImportOptions;
  services: readonly ServiceView[];
  staff: readonly StaffView[];
}

export type PlannedLine = { plan: LinePlan; read: ReadLine } | { problems: LineProblem[] };

/** What a line would make as things stand: whom it means, what, with whom and when; or everything that stands in its way. */
export async function planLine(
  tx: TransactionContext,
  { facts, cells }: { facts: ImportFacts; cells: readonly string[] },
): Promise<PlannedLine> {
  const { read, problems } = readLine(cells, facts);
  if (!read) return { problems };
  const service = matchName(read.service, facts.services);
  const staff = read.staff ? matchName(read.staff, facts.staff) : null;
  if ("suggestions" in service) problems.push(problem("unknown_service", "service", read.service, service.suggestions));
  if (staff && "suggestions" in staff) problems.push(problem("unknown_staff", "staff", read.staff, staff.suggestions));
  const customer = await findPerson(tx, { read, facts, problems });
  const status = statusOf(read, tx.now);
  if (!status) problems.push(problem("status_not_possible", "status", read.status));
  if (problems.length > 0 || "suggestions" in service || (staff && "suggestions" in staff) || !status || !customer) {
    return { problems };
  }
  const line = { read, service: service.found, staff: staff?.found ?? null, customer, status, now: tx.now };
  const plan = toPlan(line, await getPrice(tx, placeOf(line, facts)));
  const obstacle = await findObstacle(tx, { plan, facts });
  return obstacle ? { problems: [obstacle] } : { plan, read };
}

interface Person {
  customerId: string | null;
  customerName: string;
}

async function findPerson(
  tx: TransactionContext,
  { read, facts, problems }: { read: ReadLine; facts: ImportFacts; problems: LineProblem[] },
): Promise<Person | null> {
  const name = [read.firstName, read.lastName].filter(Boolean).join(" ");
  const match = await matchCustomer(tx, read);
  if (match.kind === "known") return { customerId: match.customerId, customerName: match.name };
  if (match.kind === "several")
    problems.push(problem("customer_ambiguous", "customerName", name, match.names.slice(0, 3)));
  else if (match.kind === "invalid_phone") problems.push(problem("invalid_phone", "phone", read.phone));
  else if (!read.lastName) problems.push(problem("customer_missing", "customerName", null));
  else if (!facts.options.createsCustomers) problems.push(problem("unknown_customer", "customerName", name));
  else return { customerId: null, customerName: name };
  return null;
}

const OVER: readonly AppointmentStatus[] = ["completed", "cancelled", "no_show"];

/** What is past and was not called off took place; what is to come is pending, confirmed or cancelled. */
function statusOf({ status, startsAt }: ReadLine, now: Date): AppointmentStatus | null {
  const isPast = startsAt <= now.getTime();
  if (isPast) return status && OVER.includes(status) ? status : "completed";
  if (status === null) return "confirmed";
  return status === "pending" || status === "confirmed" || status === "cancelled" ? status : null;
}

interface PlanFacts {
  read: ReadLine;
  service: ServiceView;
  staff: StaffView | null;
  customer: Person;
  status: AppointmentStatus;
  now: Date;
}

const placeOf = ({ service, staff }: PlanFacts, { branchId }: ImportFacts) => {
  return { serviceId: service.id, branchId, staffId: staff?.id ?? null };
};

function toPlan({ read, service, staff, customer, status, now }: PlanFacts, list: { priceCents: number }): LinePlan {
  const isHistory = read.startsAt <= now.getTime() || status === "cancelled";
  const endsAt = read.endsAt ?? read.startsAt + service.durationMinutes * MINUTE;
  return {
    ...customer,
    ...{ serviceId: service.id, serviceName: service.name, staffId: staff?.id ?? null, staffName: staff?.name ?? null },
    ...{ startsAt: new Date(read.startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() },
    ...{ status: appointmentStatus.parse(status), isHistory },
    durationMinutes: read.endsAt && Math.round((read.endsAt - read.startsAt) / MINUTE),
    // What was paid is history; what will be paid says the price list.
    priceCents: (isHistory ? read.priceCents : null) ?? list.priceCents,
  };
}

/** What was may have lasted as long as it liked; what is to come lasts as long as any booking may. */
const isBookable = (durationMinutes: number | null): boolean =>
  bookAppointmentInput.shape.durationMinutes.safeParse(durationMinutes).success;

/** Known already, nobody to have done it, too short or too long, or no free time. */
async function findObstacle(
  tx: TransactionContext,
  { plan, facts }: { plan: LinePlan; facts: ImportFacts },
): Promise<LineProblem | null> {
  if (await isThereAlready(tx, plan)) return problem("already_there", "startsAt", plan.startsAt);
  if (plan.isHistory) return plan.staffId ? null : problem("staff_missing", "staff", null);
  const { serviceId, staffId, durationMinutes } = plan;
  if (!isBookable(durationMinutes)) {
    const field = facts.mapping.durationMinutes === undefined ? "endTime" : "durationMinutes";
    return problem("duration_not_bookable", field, `${durationMinutes} min`);
  }
  const wanted = {
    branchId: facts.branchId,
    serviceId,
    staffId,
    durationMinutes,
    startsAt: new Date(plan.startsAt),
    isFreeChoice: true,
  };
  try {
    await requireFreeSlot(tx, wanted);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return problem(error.reason, "startsAt", plan.startsAt);
  }
}
