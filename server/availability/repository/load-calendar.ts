import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { StampedMemory } from "@/server/core/stamped-memory";
import { DAY } from "@/server/core/time";
import type { CalendarData } from "../rules/calendar-data";
import type { StaffStrategy } from "../schema";
import { loadOffering } from "./load-offering";
import { loadTaken, type Taken } from "./load-taken";
import type { Offering } from "./offering";
import { timesUnderWay } from "./offers-under-way";
import type { Subject, TakenRequest } from "./taken-besides";
import { toResources, toServices, toSessions, toStaff } from "./to-calendar";

export interface CalendarRequest extends Subject {
  /** Of all parts that are wanted, the first one first. */
  serviceIds: readonly [string, ...string[]];
}

/** What the engine reads, and the names that people want to see beside it. */
export interface Calendar extends CalendarData {
  branchName: string;
  /** Of all parts together, in their order. */
  serviceName: string;
  serviceNames: Record<string, string>;
  currency: string;
  /** How anybody becomes one person. */
  assignment: StaffStrategy;
  staffNames: Record<string, string>;
  resourceNames: Record<string, string>;
}

const offerings = new StampedMemory<Offering>();

/**
 * All that the engine needs for one request, in one round trip whatever the number of staff and days, and in two after a
 * change of the master data. Throws NOT_FOUND for a branch or service that the company lacks.
 */
export async function loadCalendar(ctx: CompanyContext, request: CalendarRequest): Promise<Calendar> {
  const since = sinceWhen(ctx.now, request.from);
  const { branchId } = request;
  const serviceIds = [...new Set(request.serviceIds)];
  const key = [ctx.companyId, branchId, ...serviceIds, since.toISOString()].join();
  const known = offerings.find(key);
  const taken = known && (await loadTakenWithOffers(ctx, takenRequest(known.value, request)));
  if (known && taken?.stamp === known.stamp) return toCalendar(ctx, { offering: known.value, taken, request });
  const fresh = await loadOffering(ctx, { branchId, serviceIds, since });
  offerings.remember(key, fresh);
  const takenNow = await loadTakenWithOffers(ctx, takenRequest(fresh.value, request));
  return toCalendar(ctx, { offering: fresh.value, taken: takenNow, request });
}

/** With what is about to be held by a call that this process answers at the same moment. */
async function loadTakenWithOffers(ctx: CompanyContext, request: TakenRequest): Promise<Taken> {
  const askedAtMs = performance.now();
  const taken = await loadTaken(ctx, request);
  const { companyId } = ctx;
  for (const { staffId, from, until } of timesUnderWay({ companyId, callId: request.callId ?? null, askedAtMs }))
    taken.busy[request.staffIds.indexOf(staffId)]?.push({ from, until });
  return taken;
}

/** Everybody shares what ended within the last week; whoever asks for an earlier time gets an answer of their own. */
function sinceWhen(now: Date, from: Date): Date {
  const day = (at: number) => Math.floor(at / DAY) * DAY;
  return new Date(Math.min(day(now.getTime()) - 7 * DAY, day(from.getTime()) - DAY));
}

/** Only what the services have any of is asked for. */
function takenRequest({ company, services, staff, resources }: Offering, request: CalendarRequest): TakenRequest {
  const idsOf = <T extends { id: string }>(rows: T[], isMeant: (row: T) => boolean) =>
    rows.filter(isMeant).map(({ id }) => id);
  return {
    ...request,
    staffIds: staff.map(({ id }) => id),
    resourceIds: resources.map(({ id }) => id),
    cappedServiceIds: idsOf(services, ({ maxPerDay }) => maxPerDay !== null),
    classServiceIds: idsOf(services, ({ capacity }) => capacity > 1),
    isInTurn: company.settings.assignment === "round_robin",
    hasWorkingLimits: staff.some((person) => person.maxMinutesPerDay !== null || person.maxMinutesPerWeek !== null),
  };
}

interface Loaded {
  offering: Offering;
  taken: Taken;
  request: CalendarRequest;
}

function toCalendar({ companyId }: CompanyContext, { offering, taken, request }: Loaded): Calendar {
  const { branch, services, company, staff } = offering;
  const { branchId, serviceIds, from, until } = request;
  if (!branch) throw notFound("branch");
  const namesOf = (rows: { id: string; name: string }[]) => Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  const serviceNames = namesOf(services);
  if (!serviceIds.every((id) => id in serviceNames)) throw notFound("service");
  const [first, last] = [from.getTime() - DAY, until.getTime() + DAY];
  const near = offering.exceptions.filter(({ startsAt, endsAt }) => endsAt > first && startsAt < last);
  const general = near.filter(({ staffId, resourceId }) => staffId === null && resourceId === null);
  const hours = offering.hoursOf.get(null) ?? [];
  const facts = { ...offering, exceptions: near };
  const where = { companyId, branchId };
  return {
    branchId,
    branchName: branch.name,
    serviceName: serviceIds.map((id) => serviceNames[id]).join(" + "),
    serviceNames,
    currency: company.currency,
    staffNames: { ...namesOf(staff), ...Object.fromEntries(taken.sessions.map((one) => [one.staffId, one.staffName])) },
    resourceNames: namesOf(offering.resources),
    zone: branch.timezone,
    slotIntervalMinutes: company.settings.slotIntervalMinutes,
    slotMode: company.settings.slotMode,
    assignment: company.settings.assignment,
    opening: { hours, exceptions: general },
    holidays: offering.holidays,
    services: toServices(facts, taken, where),
    staff: toStaff(facts, taken, where),
    resources: toResources(facts, taken),
    sessions: toSessions(facts, taken, where),
  };
}
