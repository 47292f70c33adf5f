import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type Calendar, loadCalendar } from "../repository/load-calendar";
import { findSlots } from "../rules/find-slots";
import { onlyThose } from "../rules/only-those";
import { withoutHours } from "../rules/outside-hours";
import type { Slot, SlotRequest } from "../rules/slot";
import { partsOf, type ServiceWish } from "../rules/wished-parts";
import type { StaffStrategy, UnbookableReason } from "../schema";

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
  sameStaff?: boolean | null | undefined;
  /** How long a customer may wait between two services. */
  maxWaitMinutes?: number | null | undefined;
  /** Places wanted in a class. */
  partySize?: number | null;
  /** A slot for each person who could do it, instead of one for each start. */
  perStaff?: boolean;
  /** Only the start at `from`, on the grid or not. */
  isExact?: boolean;
  /** Where anybody may be had: whose rules let this customer. */
  mayBegin?: ((staffId: string) => boolean) | undefined;
  /** As if everybody were always at work; who may decide so is asked before. */
  ignoresWorkingHours?: boolean | undefined;
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
  return (range: Pick<SlotQuery, "from" | "until" | "isExact" | "ignoresWorkingHours">) =>
    searchIn(calendar, { query: { ...query, ...range }, now: ctx.now });
}

function searchIn(calendar: Calendar, { query, now }: { query: SlotQuery; now: Date }): FoundSlots {
  const request = { ...toRequest(query, now), strategy: strategyFor(query, calendar) };
  const { mayBegin, serviceId } = query;
  const people = mayBegin ? onlyThose(calendar, { serviceId, mayBegin }) : calendar;
  const { slots, reason } = findSlots(request, query.ignoresWorkingHours ? withoutHours(people) : people);
  return { slots, reason: reason ?? null, calendar, request };
}

/** As long as so little has passed, nobody need know whose time it was: to ask for the processor's takes a call of the system. */
const SOON_MS = 100;

/**
 * Of the processor's time, after a little of anybody's: a machine that is busy with something else makes no search complex.
 * Runs from the first look on.
 */
function stopwatch(): () => number {
  let startedAtMs: number | undefined;
  let soon: NodeJS.CpuUsage | undefined;
  return () => {
    startedAtMs ??= performance.now();
    const passedMs = performance.now() - startedAtMs;
    if (!soon && passedMs < SOON_MS) return passedMs;
    soon ??= process.cpuUsage();
    const { user, system } = process.cpuUsage(soon);
    return SOON_MS + (user + system) / 1000;
  };
}

function toRequest(query: SlotQuery, now: Date): SlotRequest {
  const { preferredStaffId, sameStaff, maxWaitMinutes, partySize, perStaff, isExact } = query;
  return {
    parts: partsOf(query),
    now: now.getTime(),
    from: query.from.getTime(),
    until: query.until.getTime(),
    ...{ preferredStaffId, perStaff, isExact, stopwatch: stopwatch() },
    ...(sameStaff && { sameStaff }),
    ...(maxWaitMinutes != null && { maxWaitMinutes }),
    ...(partySize != null && { partySize }),
  };
}

/** As the company has it; an appointment that moves stays with whoever has it, as long as they can. */
function strategyFor({ preferredStaffId, movingAppointmentId }: SlotQuery, { assignment }: Calendar): StaffStrategy {
  if (preferredStaffId && (movingAppointmentId || assignment === "preferred")) return "preferred";
  return assignment === "preferred" ? "least_loaded" : assignment;
}
