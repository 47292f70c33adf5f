import { randomUUID } from "node:crypto";
import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { TRIGGERS } from "./announce";
import { frameworkError, parseOrRefuse } from "./errors";
import { pageOf } from "./paging";
import type { CalcomWebhook } from "./state";
import { requireTeam } from "./team-routes";

const settings = {
  subscriberUrl: z.url(),
  triggers: z.array(z.enum(TRIGGERS)),
  active: z.boolean(),
  secret: z.string().nullish(),
  payloadTemplate: z.string().nullish(),
  version: z.literal("2021-10-20").optional(),
};

const PLACES = [
  "/v2/webhooks",
  "/v2/event-types/:eventTypeId/webhooks",
  "/v2/teams/:teamId/event-types/:eventTypeId/webhooks",
];

/** Of somebody's own bookings, or of one event type; a team has none but those of its types. Unique by address within each. */
export function webhookRoutes(sandbox: Sandbox): Route[] {
  return PLACES.flatMap((place) => routesUnder(sandbox, place));
}

function routesUnder({ calcom }: Sandbox, base: string): Route[] {
  const reply = (webhook: CalcomWebhook) => ({ status: "success", data: view(webhook) });

  /** The event type of the path, undefined where the path names none. */
  function typeOf(request: SandboxRequest): number | undefined {
    const { eventTypeId, teamId } = request.params;
    if (eventTypeId === undefined) return undefined;
    if (teamId !== undefined) requireTeam(request);
    const found = calcom.eventTypes.get(Number(eventTypeId));
    const isOfPlace = teamId !== undefined ? found?.team : !found?.team;
    if (isOfPlace && found?.account === accountOf(request)) return found.id;
    throw new Refused(frameworkError(request, 404, `Event type with id ${request.params.eventTypeId} not found`));
  }

  function owned(request: SandboxRequest): CalcomWebhook[] {
    const eventTypeId = typeOf(request);
    const { id: userId } = keyHolder(calcom, accountOf(request));
    const all = calcom.of(calcom.webhooks, accountOf(request));
    return all.filter((one) => one.eventTypeId === eventTypeId && (eventTypeId !== undefined || one.userId === userId));
  }

  function requireWebhook(request: SandboxRequest): CalcomWebhook {
    const found = owned(request).find(({ id }) => id === request.params.id);
    if (found) return found;
    throw new Refused(frameworkError(request, 404, `Webhook (${request.params.id}) not found`));
  }

  function requireNewUrl(request: SandboxRequest, subscriberUrl: string, exceptId?: string): void {
    if (!owned(request).some((other) => other.subscriberUrl === subscriberUrl && other.id !== exceptId)) return;
    throw new Refused(frameworkError(request, 409, "Webhook with this subscriber url already exists for this user"));
  }

  return [
    route(`GET ${base}`, (request) => ok({ status: "success", data: pageOf(request, owned(request)).map(view) })),
    route(`POST ${base}`, (request) => {
      const input = parseOrRefuse(request, z.object(settings), jsonBody(request));
      requireNewUrl(request, input.subscriberUrl);
      const { id: userId, account } = keyHolder(calcom, accountOf(request));
      const { secret = null, payloadTemplate = null, subscriberUrl, triggers, active } = input;
      const id = randomUUID();
      const eventTypeId = typeOf(request);
      const owner = eventTypeId === undefined ? {} : { eventTypeId };
      const webhook = { id, account, userId, ...owner, subscriberUrl, triggers, active, secret, payloadTemplate };
      calcom.webhooks.set(id, webhook);
      return created(reply(webhook));
    }),
    route(`GET ${base}/:id`, (request) => ok(reply(requireWebhook(request)))),
    route(`PATCH ${base}/:id`, (request) => {
      const webhook = requireWebhook(request);
      const { version, ...changes } = parseOrRefuse(request, z.object(settings).partial(), jsonBody(request));
      if (changes.subscriberUrl) requireNewUrl(request, changes.subscriberUrl, webhook.id);
      Object.assign(webhook, changes);
      return ok(reply(webhook));
    }),
    route(`DELETE ${base}/:id`, (request) => {
      const webhook = requireWebhook(request);
      calcom.webhooks.delete(webhook.id);
      return ok(reply(webhook));
    }),
  ];
}

function view({ account, userId, isEverybodys, ...webhook }: CalcomWebhook) {
  const owner = webhook.eventTypeId === undefined ? { userId } : {};
  return { ...webhook, ...owner, secret: webhook.secret ?? undefined };
}
