import { z } from "zod";
import { DAY, MINUTE, toLocal, toOffsetIso, zoneId } from "@/server/core/time";
import { ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf } from "./accounts";
import { isHostFree, openWindows, scheduleOf, type Window } from "./availability";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomEventType } from "./state";

/** One way of naming the event type only: a further id parameter is refused. */
const slotQuery = z.strictObject({
  eventTypeId: z.coerce.number().int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  start: z.iso.date().or(z.iso.datetime({ offset: true })),
  end: z.iso.date().or(z.iso.datetime({ offset: true })),
  timeZone: zoneId.default("UTC"),
  duration: z.coerce.number().int().positive().optional(),
  format: z.enum(["time", "range"]).default("time"),
  bookingUidToReschedule: z.string().optional(),
});
type SlotQuery = z.infer<typeof slotQuery>;

export function slotRoutes(sandbox: Sandbox): Route[] {
  return [
    route("GET /v2/slots", (request) => {
      const query = parseOrRefuse(request, slotQuery, Object.fromEntries(request.query));
      const eventType = requireEventType(sandbox, request, query);
      const length = (query.duration ?? eventType.settings.lengthInMinutes) * MINUTE;
      const data: Record<string, object[]> = {};
      for (const start of freeStarts(sandbox, { eventType, query, length })) {
        const slot = { start: inZone(query.timeZone, start), end: inZone(query.timeZone, start + length) };
        const { date } = toLocal(query.timeZone, start);
        data[date] = [...(data[date] ?? []), query.format === "range" ? slot : { start: slot.start }];
      }
      return ok({ status: "success", data });
    }),
  ];
}

function requireEventType({ calcom }: Sandbox, request: SandboxRequest, query: SlotQuery): CalcomEventType {
  const bySlug = query.eventTypeSlug !== undefined || query.username !== undefined;
  if (bySlug === (query.eventTypeId !== undefined)) {
    throw new Refused(frameworkError(request, 400, "Provide either eventTypeId or eventTypeSlug with username."));
  }
  const found = calcom
    .of(calcom.eventTypes, accountOf(request))
    .find(({ id, ownerId, settings }) =>
      bySlug
        ? settings.slug === query.eventTypeSlug && calcom.users.get(ownerId)?.username === query.username
        : id === query.eventTypeId,
    );
  if (!found) throw new Refused(frameworkError(request, 404, "Event Type not found"));
  return found;
}

type Wanted = { eventType: CalcomEventType; query: SlotQuery; length: number };

function freeStarts({ calcom, now }: Sandbox, { eventType, query, length }: Wanted): number[] {
  const schedule = scheduleOf(calcom, eventType);
  if (!schedule) return [];
  const range = rangeOf(query, now().getTime() + (eventType.settings.minimumBookingNotice ?? 0) * MINUTE);
  const step = (eventType.settings.slotInterval ?? length / MINUTE) * MINUTE;
  const starts: number[] = [];
  for (const { from, until } of openWindows(schedule, range)) {
    for (let start = from; start + length <= until && start < range.until; start += step) {
      const free =
        start >= range.from &&
        isHostFree(calcom, eventType, { from: start, until: start + length }, query.bookingUidToReschedule);
      if (free) starts.push(start);
    }
  }
  return starts;
}

/** An `end` at exactly midnight means the whole of that day; a past `start` becomes now plus notice. */
function rangeOf({ start, end }: SlotQuery, earliest: number): Window {
  const until = Date.parse(end);
  return { from: Math.max(Date.parse(start), earliest), until: until % DAY === 0 ? until + DAY - 1 : until };
}

function inZone(zone: string, at: number): string {
  if (zone === "UTC") return new Date(at).toISOString();
  return toOffsetIso(zone, at).replace(/([+-]\d\d:\d\d)$/, ".000$1");
}
