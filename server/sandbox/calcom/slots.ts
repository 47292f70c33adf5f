import { z } from "zod";
import { DAY, MINUTE, toLocal, toOffsetIso, zoneId } from "@/server/core/time";
import { ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf } from "./accounts";
import { freeHost, hostsOf, joinWindows, openWindows, scheduleOf, type Window } from "./availability";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomEventType, CalcomState } from "./state";
import { TEAM } from "./team-routes";

/** One way of naming the event type only: a further id parameter is refused. */
const slotQuery = z.strictObject({
  eventTypeId: z.coerce.number().int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
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
  const owner = query.username ?? query.teamSlug;
  const bySlug = query.eventTypeSlug !== undefined && owner !== undefined;
  const isMixed = bySlug ? query.username !== undefined && query.teamSlug !== undefined : owner !== undefined;
  if (bySlug === (query.eventTypeId !== undefined) || isMixed) {
    const message = "Provide either eventTypeId or eventTypeSlug with username or teamSlug.";
    throw new Refused(frameworkError(request, 400, message));
  }
  const found = calcom
    .of(calcom.eventTypes, accountOf(request))
    .find((each) => (bySlug ? isNamed(calcom, each, query) : each.id === query.eventTypeId));
  if (!found) throw new Refused(frameworkError(request, 404, "Event Type not found"));
  if (found.team?.schedulingType === "managed") {
    throw new Refused(frameworkError(request, 400, "Managed event types have no slots of their own."));
  }
  return found;
}

function isNamed(calcom: CalcomState, { settings, ownerId, team }: CalcomEventType, query: SlotQuery): boolean {
  if (settings.slug !== query.eventTypeSlug) return false;
  return team ? query.teamSlug === TEAM.slug : calcom.users.get(ownerId)?.username === query.username;
}

type Wanted = { eventType: CalcomEventType; query: SlotQuery; length: number };

function freeStarts({ calcom, now }: Sandbox, { eventType, query, length }: Wanted): number[] {
  const reservedAt = now().getTime();
  const range = rangeOf(query, reservedAt + (eventType.settings.minimumBookingNotice ?? 0) * MINUTE);
  const step = (eventType.settings.slotInterval ?? length / MINUTE) * MINUTE;
  const exceptUid = query.bookingUidToReschedule;
  const starts: number[] = [];
  for (const { from, until } of windowsOf(calcom, eventType, range)) {
    for (let start = from; start + length <= until && start < range.until; start += step) {
      if (start < range.from) continue;
      const wanted = { from: start, until: start + length };
      if (freeHost(calcom, { eventType, wanted, exceptUid, reservedAt }) !== null) starts.push(start);
    }
  }
  return starts;
}

function windowsOf(calcom: CalcomState, eventType: CalcomEventType, range: Window): Window[] {
  const schedules = hostsOf(eventType).map((hostId) => scheduleOf(calcom, eventType, hostId));
  return joinWindows(schedules.flatMap((schedule) => (schedule ? openWindows(schedule, range) : [])));
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
