import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type Calendar, type CalendarRequest, loadCalendar } from "../repository/load-calendar";
import { findSlots } from "../rules/find-slots";
import type { Slot, SlotRequest } from "../rules/slot";
import type { UnbookableReason } from "../schema";

export interface SlotQuery extends CalendarRequest {
  staffId?: string | null;
  preferredStaffId?: string | null;
  durationMinutes?: number | null;
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
  return transact(ctx, async (tx) => searchIn(await loadCalendar(tx, query), { query, now: ctx.now }));
}

/** A calendar that is loaded once and asked for several stretches of the time that it was loaded for. */
export async function openCalendar(ctx: CompanyContext, query: SlotQuery) {
  const calendar = await transact(ctx, (tx) => loadCalendar(tx, query));
  return (range: { from: Date; until: Date }) => searchIn(calendar, { query: { ...query, ...range }, now: ctx.now });
}

function searchIn(calendar: Calendar, { query, now }: { query: SlotQuery; now: Date }): FoundSlots {
  const request: SlotRequest = {
    parts: [{ serviceId: query.serviceId, staffId: query.staffId, durationMinutes: query.durationMinutes }],
    now: now.getTime(),
    from: query.from.getTime(),
    until: query.until.getTime(),
    strategy: query.preferredStaffId ? "preferred" : "least_loaded",
    preferredStaffId: query.preferredStaffId,
    isExact: query.isExact,
  };
  const { slots, reason } = findSlots(request, calendar);
  return { slots, reason: reason ?? null, calendar, request };
}
