import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import { createEventTypeInput, eventTypeView } from "./event-types";
import type { CalcomEventType, CalcomState } from "./state";
import { requireTeam, TEAM, TEAM_PAGE } from "./team-routes";

const host = z.object({ userId: z.int(), mandatory: z.boolean().optional(), priority: z.string().optional() });
const serving = { hosts: z.array(host).optional(), assignAllTeamMembers: z.boolean().optional() };
const createInput = createEventTypeInput.extend({
  ...serving,
  schedulingType: z.enum(["collective", "roundRobin", "managed"]),
});
const updateInput = createInput.partial();

/** Types that a team serves: one of its hosts in turn, all together, or a copy for each. */
export function teamEventTypeRoutes({ calcom }: Sandbox): Route[] {
  const base = "/v2/teams/:teamId/event-types";
  const view = (eventType: CalcomEventType) => teamEventTypeView(calcom, eventType);

  function require(request: SandboxRequest): CalcomEventType {
    requireTeam(request);
    const found = calcom.eventTypes.get(Number(request.params.id));
    if (found?.account === accountOf(request) && found.team) return found;
    throw new Refused(frameworkError(request, 404, `Event type with id ${request.params.id} not found`));
  }

  /** Without anybody named, and not everybody meant, a type has no host at all. */
  function hostsFrom(request: SandboxRequest, { hosts, assignAllTeamMembers }: z.output<typeof updateInput>) {
    const members = calcom.of(calcom.users, accountOf(request));
    if (hosts && assignAllTeamMembers) {
      throw new Refused(frameworkError(request, 400, "Provide either hosts or assignAllTeamMembers but not both"));
    }
    const stranger = hosts?.find(({ userId }) => !members.some(({ id }) => id === userId));
    if (stranger) {
      throw new Refused(frameworkError(request, 404, `User with id ${stranger.userId} is not part of the team`));
    }
    return assignAllTeamMembers ? members.map(({ id }) => ({ userId: id })) : (hosts ?? []);
  }

  return [
    route(`GET ${base}`, (request) => {
      requireTeam(request);
      const slug = request.query.get("eventSlug");
      const own = calcom.of(calcom.eventTypes, accountOf(request)).filter(({ team }) => team);
      return ok({ status: "success", data: own.filter(({ settings }) => !slug || settings.slug === slug).map(view) });
    }),
    route(`POST ${base}`, (request) => {
      requireTeam(request);
      const input = parseOrRefuse(request, createInput, jsonBody(request));
      const { hosts, assignAllTeamMembers, schedulingType, ...settings } = input;
      const team = { schedulingType, hosts: hostsFrom(request, input) };
      const { id: ownerId, account } = keyHolder(calcom, accountOf(request));
      const parent = addType(calcom, { account, ownerId, settings, team });
      if (schedulingType !== "managed") return created({ status: "success", data: view(parent) });
      const copies = team.hosts.map(({ userId }) =>
        addType(calcom, { account, ownerId: userId, settings, parentId: parent.id }),
      );
      return created({ status: "success", data: [parent, ...copies].map(view) });
    }),
    route(`GET ${base}/:id`, (request) => ok({ status: "success", data: view(require(request)) })),
    route(`PATCH ${base}/:id`, (request) => {
      const eventType = require(request);
      const input = parseOrRefuse(request, updateInput, jsonBody(request));
      const { hosts, assignAllTeamMembers, schedulingType, ...changes } = input;
      // Another way of taking turns without hosts empties the list of them, over there too.
      const named = hosts ?? assignAllTeamMembers ?? schedulingType;
      const before = eventType.team ?? { schedulingType: "roundRobin", hosts: [] };
      eventType.team = {
        schedulingType: schedulingType ?? before.schedulingType,
        hosts: named === undefined ? before.hosts : hostsFrom(request, input),
      };
      eventType.settings = { ...eventType.settings, ...changes } as CalcomEventType["settings"];
      return ok({ status: "success", data: view(eventType) });
    }),
    route(`DELETE ${base}/:id`, (request) => {
      const { id, settings } = require(request);
      for (const each of calcom.eventTypes.values()) {
        if (each.id === id || each.parentId === id) calcom.eventTypes.delete(each.id);
      }
      return ok({ status: "success", data: { id, title: settings.title } });
    }),
  ];
}

function addType(calcom: CalcomState, fields: Omit<CalcomEventType, "id">): CalcomEventType {
  const eventType = { ...fields, id: calcom.nextId() };
  calcom.eventTypes.set(eventType.id, eventType);
  return eventType;
}

function teamEventTypeView(calcom: CalcomState, eventType: CalcomEventType) {
  const { ownerId, users, bookingUrl, ...view } = eventTypeView(calcom, eventType);
  const hosts = (eventType.team?.hosts ?? []).map(({ userId, mandatory = false, priority = "medium" }) => {
    const { name = "", username = "" } = calcom.users.get(userId) ?? {};
    return { userId, name, username, avatarUrl: null, mandatory, priority };
  });
  return {
    ...view,
    teamId: TEAM.id,
    ownerId: eventType.parentId ? ownerId : null,
    parentEventTypeId: eventType.parentId ?? null,
    schedulingType: eventType.team?.schedulingType ?? "managed",
    hosts,
    assignAllTeamMembers: false,
    team: TEAM_PAGE,
  };
}
