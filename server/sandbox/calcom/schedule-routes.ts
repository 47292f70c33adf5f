import { z } from "zod";
import { localDate, localTime, zoneId } from "@/server/core/time";
import { created, jsonBody, ok, Refused, type Reply, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { ALL_DAYS, accountOf, defaultSchedule, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomSchedule, CalcomUser } from "./state";

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

  const holderOf = (request: SandboxRequest) => keyHolder(calcom, accountOf(request));

  function requireSchedule(request: SandboxRequest): CalcomSchedule {
    const found = calcom.schedules.get(Number(request.params.id));
    if (found?.account === accountOf(request)) return found;
    throw new Refused(frameworkError(request, 404, `Schedule with ID=${request.params.id} does not exist.`));
  }

  /** Being in a team with somebody gives nobody a right to their hours. */
  function requireOwn(request: SandboxRequest): CalcomSchedule {
    const found = requireSchedule(request);
    const { id } = holderOf(request);
    if (found.ownerId === id) return found;
    const message = `User with ID=${id} does not own schedule with ID=${found.id}`;
    throw new Refused(frameworkError(request, 403, message));
  }

  /** Somebody of the organisation whose admin asks. */
  function requireMember(request: SandboxRequest): CalcomUser {
    const { orgId, userId } = request.params;
    const isAdmin = String(calcom.organizations.get(accountOf(request)) ?? "") === orgId;
    if (!isAdmin) throw new Refused(frameworkError(request, 403, `OrganizationId is not an organization of yours.`));
    const member = calcom.users.get(Number(userId));
    if (member?.account === accountOf(request)) return member;
    throw new Refused(frameworkError(request, 403, `IsUserInOrg - user with id=(${userId}) is not part of the org.`));
  }

  function requireTheirs(request: SandboxRequest): CalcomSchedule {
    const member = requireMember(request);
    const found = requireSchedule(request);
    if (found.ownerId === member.id) return found;
    const message = `User with ID=${member.id} does not own schedule with ID=${found.id}`;
    throw new Refused(frameworkError(request, 403, message));
  }

  /** A user has one default; whoever becomes it takes it from the other. */
  function keepOneDefault(changed: CalcomSchedule): void {
    if (!changed.isDefault) return;
    for (const other of calcom.schedules.values()) {
      if (other.ownerId === changed.ownerId && other.id !== changed.id) other.isDefault = false;
    }
  }

  function make(request: SandboxRequest, { id: ownerId, account }: CalcomUser): Reply {
    const input = parseOrRefuse(request, z.object(schedule), jsonBody(request));
    const open = { availability: OFFICE_HOURS, overrides: [] };
    const fresh = { id: calcom.nextId(), account, ownerId, ...open, ...defined(input) } as CalcomSchedule;
    calcom.schedules.set(fresh.id, fresh);
    keepOneDefault(fresh);
    return created(reply(fresh));
  }

  function change(request: SandboxRequest, found: CalcomSchedule): Reply {
    Object.assign(found, defined(parseOrRefuse(request, z.object(schedule).partial(), jsonBody(request))));
    keepOneDefault(found);
    return ok(reply(found));
  }

  const listOf = ({ id }: CalcomUser) =>
    [...calcom.schedules.values()].filter(({ ownerId }) => ownerId === id).map(scheduleView);

  return [
    route("GET /v2/schedules", (request) => ok({ status: "success", data: listOf(holderOf(request)) })),
    route("GET /v2/schedules/default", (request) => {
      const found = defaultSchedule(calcom, holderOf(request).id);
      return ok(found ? reply(found) : { status: "success", data: null });
    }),
    route("POST /v2/schedules", (request) => make(request, holderOf(request))),
    route("GET /v2/schedules/:id", (request) => ok(reply(requireOwn(request)))),
    route("PATCH /v2/schedules/:id", (request) => change(request, requireOwn(request))),
    route("DELETE /v2/schedules/:id", (request) => {
      const { id, isDefault } = requireOwn(request);
      if (isDefault) return frameworkError(request, 400, "Cannot delete the default schedule.");
      calcom.schedules.delete(id);
      return ok({ status: "success" });
    }),
    route("GET /v2/organizations/:orgId/users/:userId/schedules", (request) =>
      ok({ status: "success", data: listOf(requireMember(request)) }),
    ),
    route("POST /v2/organizations/:orgId/users/:userId/schedules", (request) => make(request, requireMember(request))),
    route("PATCH /v2/organizations/:orgId/users/:userId/schedules/:id", (request) =>
      change(request, requireTheirs(request)),
    ),
  ];
}

export function scheduleView({ account, ...schedule }: CalcomSchedule) {
  return schedule;
}

/** Without the keys that were not given, so that they don't overwrite. */
function defined<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}
