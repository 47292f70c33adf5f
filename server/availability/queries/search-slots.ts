import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type Calendar, loadCalendar } from "../repository/load-calendar";
import { findSlots } from "../rules/find-slots";
import type { Slot, SlotRequest } from "../rules/slot";
import { partsOf, type ServiceWish } from "../rules/wished-parts";
import type { UnbookableReason } from "../schema";

export interface SlotQuery extends ServiceWish {
  branchId: string;
  /** Starts are wanted in [from, until). */
  from: Date;
  until: Date;
  /** The call whose own offers hide nothing from it. */
  callId?: string | null;
  /** An appointment that is about to move: its own time counts as free. */
  movingAppointmentId?: string | null;
  preferredStaffId?: string | null;
  /** One person does all of it. */
  sameStaff?: boolean | null;
  /** How long a customer may wait between two services. */
  maxWaitMinutes?: number | null;
  /** Places wanted in a class. */
  partySize?: number | null;
  /** A slot for each person who could do it, instead of one for each start. */
  perStaff?: boolean;
  /** Only the start at `from`, on the grid or not. */
  isExact?: boolean;
}

export interface FoundSlots {
  slots: Slot[];
  reason: UnbookableReason | null;
  calendar: Calendar;
  request: SlotRequest;
}

/** The engine over the company's data: free slots in [from, until), or the reason why there are none. */
export async function searchSlots(ctx: CompanyContext, query: SlotQuery): Promise<FoundSlots> {
  const search = await openCalendar(ctx, query);
  return search(query);
}

/** A calendar that is loaded once and asked for several stretches of the time that it was loaded for. */
export async function openCalendar(ctx: CompanyContext, query: SlotQuery) {
  const [first, ...others] = partsOf(query);
  const serviceIds: [string, ...string[]] = [first.serviceId, ...others.map(({ serviceId }) => serviceId)];
  const calendar = await transact(ctx, (tx) => loadCalendar(tx, { ...query, serviceIds }));
  return (range: { from: Date; until: Date }) => searchIn(calendar, { query: { ...query, ...range }, now: ctx.now });
}

function searchIn(calendar: Calendar, { query, now }: { query: SlotQuery; now: Date }): FoundSlots {
  const request = toRequest(query, now);
  const { slots, reason } = findSlots(request, calendar);
  return { slots, reason: reason ?? null, calendar, request };
}

/** Of the processor's time: a machine that is busy with something else makes no search complex. */
function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

function toRequest(query: SlotQuery, now: Date): SlotRequest {
  const { preferredStaffId, sameStaff, maxWaitMinutes, partySize, perStaff, isExact } = query;
  return {
    parts: partsOf(query),
    now: now.getTime(),
    from: query.from.getTime(),
    until: query.until.getTime(),
    strategy: preferredStaffId ? "preferred" : "least_loaded",
    ...{ preferredStaffId, perStaff, isExact, stopwatch: stopwatch() },
    ...(sameStaff && { sameStaff }),
    ...(maxWaitMinutes != null && { maxWaitMinutes }),
    ...(partySize != null && { partySize }),
  };
}
