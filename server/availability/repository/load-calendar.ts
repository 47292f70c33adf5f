import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { StampedMemory } from "@/server/core/stamped-memory";
import { DAY } from "@/server/core/time";
import type { CalendarData } from "../rules/calendar-data";
import type { Interval } from "../rules/interval";
import { loadOffering, type Offering } from "./load-offering";
import { loadTaken, type Taken, type TakenRequest } from "./load-taken";

export type CalendarRequest = Omit<TakenRequest, "staffIds">;

/** What the engine reads, and the names that people want to see beside it. */
export interface Calendar extends CalendarData {
  branchName: string;
  serviceName: string;
  currency: string;
  staffNames: Record<string, string>;
  isPhoneBookable: boolean;
}

const offerings = new StampedMemory<Offering>();

/**
 * All that the engine needs for one request, in one round trip whatever the number of staff and days, and in two after a
 * change of the master data. Throws NOT_FOUND for a branch or service that the company lacks.
 */
export async function loadCalendar(ctx: CompanyContext, request: CalendarRequest): Promise<Calendar> {
  const since = sinceWhen(ctx.now, request.from);
  const key = [ctx.companyId, request.branchId, request.serviceId, since.toISOString()].join();
  const known = offerings.find(key);
  const taken = known && (await loadTaken(ctx, { ...request, staffIds: staffIdsOf(known.value) }));
  if (known && taken?.stamp === known.stamp) return toCalendar(known.value, taken, request);
  const { branchId, serviceId } = request;
  const fresh = await loadOffering(ctx, { branchId, serviceId, since });
  offerings.remember(key, fresh);
  const takenNow = await loadTaken(ctx, { ...request, staffIds: staffIdsOf(fresh.value) });
  return toCalendar(fresh.value, takenNow, request);
}

/** Everybody shares what ended within the last week; whoever asks for an earlier time gets an answer of their own. */
function sinceWhen(now: Date, from: Date): Date {
  const day = (at: number) => Math.floor(at / DAY) * DAY;
  return new Date(Math.min(day(now.getTime()) - 7 * DAY, day(from.getTime()) - DAY));
}

const staffIdsOf = ({ staff }: Offering): string[] => staff.map(({ id }) => id);

function toCalendar(
  offering: Offering,
  { busy, bookedPerDay }: Taken,
  { branchId, from, until }: CalendarRequest,
): Calendar {
  const { branch, service, company, staff, hours } = offering;
  if (!branch) throw notFound("branch");
  if (!service) throw notFound("service");
  const busyOf = byPerson(busy, staff.length);
  const [first, last] = [from.getTime() - DAY, until.getTime() + DAY];
  const exceptions = offering.exceptions.filter(({ startsAt, endsAt }) => endsAt > first && startsAt < last);
  const ofNobody = <T extends { staffId: string | null }>(rows: T[]) => rows.filter((row) => row.staffId === null);
  const ofStaff = <T extends { staffId: string | null }>(rows: T[], id: string) =>
    rows.filter((row) => row.staffId === id);
  return {
    branchId,
    branchName: branch.name,
    serviceName: service.name,
    currency: company.currency,
    isPhoneBookable: service.isPhoneBookable,
    staffNames: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    zone: branch.timezone,
    slotIntervalMinutes: company.settings.slotIntervalMinutes,
    opening: { hours: ofNobody(hours).map((row) => ({ ...row, branchId: null })), exceptions: ofNobody(exceptions) },
    holidays: offering.holidays,
    services: [
      {
        ...service,
        minNoticeMinutes: service.minNoticeMinutes ?? company.settings.minNoticeMinutes,
        maxHorizonDays: service.maxHorizonDays ?? company.settings.maxHorizonDays,
        bookedPerDay,
      },
    ],
    staff: staff.map(({ id, name: _name, ...offer }, nr) => ({
      id,
      offers: [{ serviceId: service.id, ...offer }],
      schedule: { hours: ofStaff(hours, id), exceptions: ofStaff(exceptions, id) },
      busy: busyOf[nr] ?? [],
    })),
  };
}

function byPerson({ person, from, until }: Taken["busy"], people: number): Interval[][] {
  const intervals: Interval[][] = Array.from({ length: people }, () => []);
  person.forEach((nr, row) => {
    intervals[nr]?.push({ from: from[row] ?? 0, until: until[row] ?? 0 });
  });
  return intervals;
}
