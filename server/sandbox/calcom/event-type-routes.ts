import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import { createEventTypeInput, eventTypeView, updateEventTypeInput } from "./event-types";
import type { CalcomEventType } from "./state";

export function eventTypeRoutes({ calcom }: Sandbox): Route[] {
  const reply = (eventType: CalcomEventType) => ({ status: "success", data: eventTypeView(calcom, eventType) });

  function requireEventType(request: SandboxRequest): CalcomEventType {
    const found = calcom.eventTypes.get(Number(request.params.id));
    if (found?.account === accountOf(request)) return found;
    throw new Refused(frameworkError(request, 404, `Event type with id ${request.params.id} not found`));
  }

  function requireFreeSlug(
    request: SandboxRequest,
    { slug, ownerId, id }: { slug: string; ownerId: number; id?: number },
  ) {
    const taken = [...calcom.eventTypes.values()].some(
      (other) => other.ownerId === ownerId && other.settings.slug === slug && other.id !== id,
    );
    if (taken) throw new Refused(frameworkError(request, 400, "User already has an event type with this slug."));
  }

  return [
    route("GET /v2/event-types", (request) => {
      const [slug, username] = [request.query.get("eventSlug"), request.query.get("username")];
      const own = calcom
        .of(calcom.eventTypes, accountOf(request))
        .filter(({ team }) => !team)
        .filter(({ settings }) => !slug || settings.slug === slug)
        .filter(({ ownerId }) => !username || calcom.users.get(ownerId)?.username === username);
      return ok({ status: "success", data: own.map((eventType) => eventTypeView(calcom, eventType)) });
    }),
    route("POST /v2/event-types", (request) => {
      const settings = parseOrRefuse(request, createEventTypeInput, jsonBody(request));
      const owner = keyHolder(calcom, accountOf(request));
      requireFreeSlug(request, { slug: settings.slug, ownerId: owner.id });
      const eventType = { id: calcom.nextId(), account: owner.account, ownerId: owner.id, settings };
      calcom.eventTypes.set(eventType.id, eventType);
      return created(reply(eventType));
    }),
    route("GET /v2/event-types/:id", (request) => ok(reply(requireEventType(request)))),
    route("PATCH /v2/event-types/:id", (request) => {
      const eventType = requireEventType(request);
      const changes = parseOrRefuse(request, updateEventTypeInput, jsonBody(request));
      if (changes.slug) requireFreeSlug(request, { ...eventType, slug: changes.slug });
      eventType.settings = { ...eventType.settings, ...changes } as CalcomEventType["settings"];
      return ok(reply(eventType));
    }),
    route("DELETE /v2/event-types/:id", (request) => {
      const { id, settings } = requireEventType(request);
      calcom.eventTypes.delete(id);
      const { lengthInMinutes, title, slug } = settings;
      return ok({ status: "success", data: { id, lengthInMinutes, title, slug } });
    }),
  ];
}
