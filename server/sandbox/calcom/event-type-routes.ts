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

  /** Whoever sees a colleague's may still not change it. */
  function requireOwn(request: SandboxRequest): CalcomEventType {
    const eventType = requireEventType(request);
    const { id: userId } = keyHolder(calcom, accountOf(request));
    if (eventType.ownerId === userId) return eventType;
    const message = `User with ID=${userId} does not own event type with ID=${eventType.id}`;
    throw new Refused(frameworkError(request, 403, message));
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
      const { id: ownId } = keyHolder(calcom, accountOf(request));
      // Of whoever is named what strangers see too; without a name all of one's own, and nobody else's.
      const isMeant = ({ ownerId, settings }: CalcomEventType) =>
        username ? calcom.users.get(ownerId)?.username === username && !settings.hidden : ownerId === ownId;
      const found = calcom
        .of(calcom.eventTypes, accountOf(request))
        .filter(({ team }) => !team)
        .filter(({ settings }) => !slug || settings.slug === slug)
        .filter(isMeant);
      return ok({ status: "success", data: found.map((eventType) => eventTypeView(calcom, eventType)) });
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
      const eventType = requireOwn(request);
      const changes = parseOrRefuse(request, updateEventTypeInput, jsonBody(request));
      if (changes.slug) requireFreeSlug(request, { ...eventType, slug: changes.slug });
      eventType.settings = { ...eventType.settings, ...changes } as CalcomEventType["settings"];
      return ok(reply(eventType));
    }),
    route("DELETE /v2/event-types/:id", (request) => {
      const { id, settings } = requireOwn(request);
      calcom.eventTypes.delete(id);
      const { lengthInMinutes, title, slug } = settings;
      return ok({ status: "success", data: { id, lengthInMinutes, title, slug } });
    }),
  ];
}
