import { randomUUID } from "node:crypto";
import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { TRIGGERS } from "./announce";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomWebhook } from "./state";

const settings = {
  subscriberUrl: z.url(),
  triggers: z.array(z.enum(TRIGGERS)),
  active: z.boolean(),
  secret: z.string().nullish(),
  payloadTemplate: z.string().nullish(),
  version: z.literal("2021-10-20").optional(),
};

export function webhookRoutes({ calcom }: Sandbox): Route[] {
  const view = ({ account, ...webhook }: CalcomWebhook) => ({ ...webhook, secret: webhook.secret ?? undefined });
  const reply = (webhook: CalcomWebhook) => ({ status: "success", data: view(webhook) });

  function requireWebhook(request: SandboxRequest): CalcomWebhook {
    const found = calcom.webhooks.get(request.params.id ?? "");
    if (found?.account === accountOf(request)) return found;
    throw new Refused(frameworkError(request, 404, `Webhook (${request.params.id}) not found`));
  }

  function requireNewUrl(request: SandboxRequest, subscriberUrl: string, exceptId?: string): void {
    const own = calcom.of(calcom.webhooks, accountOf(request));
    if (!own.some((other) => other.subscriberUrl === subscriberUrl && other.id !== exceptId)) return;
    throw new Refused(frameworkError(request, 409, "Webhook with this subscriber url already exists for this user"));
  }

  return [
    route("GET /v2/webhooks", (request) => {
      const take = Math.min(250, Number(request.query.get("take") ?? 250));
      const skip = Number(request.query.get("skip") ?? 0);
      const own = calcom.of(calcom.webhooks, accountOf(request));
      return ok({ status: "success", data: own.slice(skip, skip + take).map(view) });
    }),
    route("POST /v2/webhooks", (request) => {
      const input = parseOrRefuse(request, z.object(settings), jsonBody(request));
      requireNewUrl(request, input.subscriberUrl);
      const { id: userId, account } = keyHolder(calcom, accountOf(request));
      const { secret = null, payloadTemplate = null, subscriberUrl, triggers, active } = input;
      const webhook = { id: randomUUID(), account, userId, subscriberUrl, triggers, active, secret, payloadTemplate };
      calcom.webhooks.set(webhook.id, webhook);
      return created(reply(webhook));
    }),
    route("GET /v2/webhooks/:id", (request) => ok(reply(requireWebhook(request)))),
    route("PATCH /v2/webhooks/:id", (request) => {
      const webhook = requireWebhook(request);
      const { version, ...changes } = parseOrRefuse(request, z.object(settings).partial(), jsonBody(request));
      if (changes.subscriberUrl) requireNewUrl(request, changes.subscriberUrl, webhook.id);
      Object.assign(webhook, changes);
      return ok(reply(webhook));
    }),
    route("DELETE /v2/webhooks/:id", (request) => {
      const webhook = requireWebhook(request);
      calcom.webhooks.delete(webhook.id);
      return ok(reply(webhook));
    }),
  ];
}
