import { z } from "zod";
import { localDate, localTime, zoneId } from "@/server/core/time";
import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { ALL_DAYS, accountOf, defaultSchedule, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomSchedule } from "./state";

const hours = { startTime: localTime, endTime: localTime };
const schedule = {
  name: z.string().min(1),
  timeZone: zoneId,
  isDefault: z.boolean(),
  availability: z.array(z.object({ days: z.array(z.enum(ALL_DAYS)).min(1), ...hours })).optional(),
  overrides: z.array(z.object({ date: localDate, ...hours })).optional(),
};
const OFFICE_HOURS = [{ days: ALL_DAYS.slice(0, 5), startTime: "09:00", endTime: "17:00" }];

export function scheduleRoutes({ calcom }: Sandbox): Route[] {
  const reply = (found: CalcomSchedule) => ({ status: "success", data: scheduleView(found) });

  function requireSchedule(request: SandboxRequest): CalcomSchedule {
    const found = calcom.schedules.get(Number(request.params.id));
    if (found?.account === accountOf(request)) return found;
    throw new Refused(frameworkError(request, 404, `Schedule with ID=${request.params.id} does not exist.`));
  }

  /** A user has one default; whoever becomes it takes it from the other. */
  function keepOneDefault(changed: CalcomSchedule): void {
    if (!changed.isDefault) return;
    for (const other of calcom.schedules.values()) {
      if (other.ownerId === changed.ownerId && other.id !== changed.id) other.isDefault = false;
    }
  }

  return [
    route("GET /v2/schedules", (request) => {
      const own = calcom.of(calcom.schedules, accountOf(request));
      return ok({ status: "success", data: own.map(scheduleView) });
    }),
    route("GET /v2/schedules/default", (request) => {
      const found = defaultSchedule(calcom, keyHolder(calcom, accountOf(request)).id);
      return ok(found ? reply(found) : { status: "success", data: null });
    }),
    route("POST /v2/schedules", (request) => {
      const input = parseOrRefuse(request, z.object(schedule), jsonBody(request));
      const { id: ownerId, account } = keyHolder(calcom, accountOf(request));
      const fresh = {
        id: calcom.nextId(),
        account,
        ownerId,
        availability: OFFICE_HOURS,
        overrides: [],
        ...defined(input),
      };
      calcom.schedules.set(fresh.id, fresh as CalcomSchedule);
      keepOneDefault(fresh as CalcomSchedule);
      return created(reply(fresh as CalcomSchedule));
    }),
    route("GET /v2/schedules/:id", (request) => ok(reply(requireSchedule(request)))),
    route("PATCH /v2/schedules/:id", (request) => {
      const found = requireSchedule(request);
      const isOwn = found.ownerId === keyHolder(calcom, accountOf(request)).id;
      if (!isOwn && calcom.lockedSchedules.has(found.ownerId))
        return frameworkError(request, 403, "You are not allowed to update this schedule.");
      Object.assign(found, defined(parseOrRefuse(request, z.object(schedule).partial(), jsonBody(request))));
      keepOneDefault(found);
      return ok(reply(found));
    }),
    route("DELETE /v2/schedules/:id", (request) => {
      const { id, isDefault } = requireSchedule(request);
      if (isDefault) return frameworkError(request, 400, "Cannot delete the default schedule.");
      calcom.schedules.delete(id);
      return ok({ status: "success" });
    }),
  ];
}

export function scheduleView({ account, ...schedule }: CalcomSchedule) {
  return schedule;
}

/** Without the keys that were not given, so that they don't overwrite. */
function defined<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}
