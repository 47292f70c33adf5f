import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { listPage } from "./paging";
import { parseOrRefuse, refusal, requireAsset } from "./refusals";
import type { RetellNumber } from "./state";

const weights = z
  .array(z.object({ agent_id: z.string(), agent_version: z.int().optional(), weight: z.number().gt(0).max(1) }))
  .refine((agents) => agents.length === 0 || Math.abs(agents.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9, {
    message: "agent weights must sum to 1",
  })
  .nullish();

const numberSettings = z.looseObject({
  nickname: z.string().nullish(),
  inbound_agents: weights,
  outbound_agents: weights,
  inbound_webhook_url: z.url().nullish(),
  fallback_number: z.string().nullish(),
});
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be in E.164 format");
const importInput = numberSettings.extend({ phone_number: e164, termination_uri: z.string().min(1) });

/** The vendor sells numbers of two countries only; a German business brings its own. */
const purchaseInput = z.looseObject({
  country_code: z.enum(["US", "CA"]).default("US"),
  area_code: z.int().min(200).max(999).optional(),
});

export function numberRoutes({ retell: { numbers }, now }: Sandbox): Route[] {
  const find = (params: Record<string, string>) => requireAsset(numbers.get(params.number ?? ""));

  return [
    route("POST /import-phone-number", (request) => {
      const input = parseOrRefuse(importInput, jsonBody(request));
      if (numbers.has(input.phone_number)) throw new Refused(refusal(409, "Phone number already exists."));
      const { termination_uri, sip_trunk_auth_username, sip_trunk_auth_password, transport, ...settings } = input;
      const number: RetellNumber = {
        ...settings,
        phone_number_type: "custom",
        phone_number_pretty: input.phone_number,
        sip_outbound_trunk_config: { termination_uri },
        last_modification_timestamp: now().getTime(),
      };
      numbers.set(number.phone_number, number);
      return created(number);
    }),
    route("POST /create-phone-number", (request) => {
      const { country_code, area_code } = parseOrRefuse(purchaseInput, jsonBody(request));
      const digits = `${area_code ?? 415}${String(numbers.size + 1).padStart(7, "5550000")}`;
      const bought = { phone_number: `+1${digits}`, phone_number_type: "retell-twilio" as const, country_code };
      const number: RetellNumber = { ...bought, last_modification_timestamp: now().getTime() };
      numbers.set(number.phone_number, number);
      return created(number);
    }),
    route("GET /v2/list-phone-numbers", (request) => listPage(request, numbers)),
    route("GET /get-phone-number/:number", ({ params }) => ok(find(params))),
    route("PATCH /update-phone-number/:number", (request) => {
      const changes = parseOrRefuse(numberSettings, jsonBody(request));
      return ok(Object.assign(find(request.params), changes, { last_modification_timestamp: now().getTime() }));
    }),
    route("DELETE /delete-phone-number/:number", ({ params }) => {
      numbers.delete(find(params).phone_number);
      return { status: 204 };
    }),
  ];
}
