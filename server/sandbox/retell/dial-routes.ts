import { randomBytes } from "node:crypto";
import { z } from "zod";
import { created, jsonBody, Refused, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { newSid } from "../twilio/messages";
import type { RetellCall } from "./call-object";
import { parseOrRefuse, refusal, requireAsset } from "./refusals";
import { sendCallEvent } from "./webhooks";

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be in E.164 format");
const shared = {
  metadata: z.record(z.string(), z.unknown()).optional(),
  retell_llm_dynamic_variables: z.record(z.string(), z.string()).optional(),
};
const phoneInput = z.looseObject({
  from_number: e164,
  to_number: e164,
  override_agent_id: z.string().optional(),
  ...shared,
});
const webInput = z.looseObject({ agent_id: z.string(), ...shared });

/** Calls that the product begins. Nobody is at home here: an outgoing call rings and is not picked up. */
export function dialRoutes(sandbox: Sandbox): Route[] {
  const { retell, now, deliveries } = sandbox;

  function register(fields: Pick<RetellCall, "agent_id"> & Partial<RetellCall>): RetellCall {
    const agent = requireAsset(retell.agents.get(fields.agent_id));
    const call: RetellCall = {
      call_id: `call_${randomBytes(14).toString("hex")}`,
      call_type: "phone_call",
      agent_version: agent.version,
      call_status: "registered",
      direction: "outbound",
      from_number: "",
      to_number: "",
      data_storage_setting: "everything",
      opt_in_signed_url: false,
      telephony_identifier: { twilio_call_sid: newSid("CA") },
      ...fields,
    };
    retell.calls.set(call.call_id, call);
    return call;
  }

  return [
    route("POST /v2/create-phone-call", (request) => {
      const { override_agent_id, ...input } = parseOrRefuse(phoneInput, jsonBody(request));
      const number = requireAsset(retell.numbers.get(input.from_number), 404);
      const agent_id = override_agent_id ?? number.outbound_agents?.[0]?.agent_id;
      if (!agent_id) throw new Refused(refusal(400, "No outbound agent set up for this phone number."));
      const call = register({ ...input, agent_id });
      deliveries.background(async () => {
        await deliveries.rest(RINGING_MS);
        const ended = now().getTime();
        Object.assign(call, { call_status: "not_connected", disconnection_reason: "dial_no_answer" });
        Object.assign(call, { start_timestamp: ended, end_timestamp: ended, duration_ms: 0 });
        // Nobody spoke: there is no beginning to tell of, but an end and an analysis.
        await sendCallEvent(sandbox, "call_ended", structuredClone(call));
        call.call_analysis = NOTHING_SAID;
        await sendCallEvent(sandbox, "call_analyzed", structuredClone(call));
      });
      return created(structuredClone(call));
    }),
    ...["/v2/create-web-call", "/v3/create-web-call"].map((path) =>
      route(`POST ${path}`, (request) => {
        const { from_number, to_number, direction, telephony_identifier, ...call } = register(
          parseOrRefuse(webInput, jsonBody(request)),
        );
        const access_token = randomBytes(24).toString("base64url");
        const gateway = { expires_at: now().getTime() + 30_000, ice_servers: [], transport: "gateway" };
        if (path.startsWith("/v3")) return created({ access_token, call_id: call.call_id, ...gateway });
        return created({ ...call, call_type: "web_call", access_token });
      }),
    ),
  ];
}

const RINGING_MS = 300;
const NOTHING_SAID = {
  call_summary: "",
  in_voicemail: false,
  user_sentiment: "Unknown" as const,
  call_successful: false,
  custom_analysis_data: {},
};
