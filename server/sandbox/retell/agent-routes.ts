import { randomBytes } from "node:crypto";
import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { listPage } from "./paging";
import { parseOrRefuse, refusal, requireAsset } from "./refusals";
import type { RetellRecord } from "./state";

const responseEngine = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("retell-llm"), llm_id: z.string() }),
  z.looseObject({ type: z.literal("conversation-flow"), conversation_flow_id: z.string() }),
  z.looseObject({ type: z.literal("custom-llm"), llm_websocket_url: z.string() }),
]);
const agentInput = z.looseObject({ response_engine: responseEngine, voice_id: z.string().min(1) });
const tool = z.looseObject({ type: z.string(), name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });
const llmInput = z.looseObject({ general_tools: z.array(tool).nullish() });

const VOICES = [
  ["11labs-Anna", "Anna", "female"],
  ["11labs-Carl", "Carl", "male"],
].map(([voice_id, voice_name, gender]) => {
  return { voice_id, voice_name, gender, provider: "elevenlabs", accent: "German", age: "Young" };
});

/** Agents and their language models are kept as they were sent: the vendor's fields are many and change often. */
export function agentRoutes(sandbox: Sandbox): Route[] {
  const { agents, llms } = sandbox.retell;
  const stamp = () => ({ last_modification_timestamp: sandbox.now().getTime() });

  function add(records: Map<string, RetellRecord>, idField: string, fields: Record<string, unknown>): RetellRecord {
    const id = `${idField.replace("_id", "")}_${randomBytes(12).toString("hex")}`;
    const record = { ...fields, [idField]: id, version: 0, is_published: false, ...stamp() };
    records.set(id, record);
    return record;
  }

  function change(record: RetellRecord, fields: Record<string, unknown>): RetellRecord {
    if (record.is_published)
      throw new Refused(refusal(400, "Cannot update a published version. Create a new version first."));
    return Object.assign(record, fields, stamp());
  }

  return [
    route("POST /create-agent", (request) => {
      const input = parseOrRefuse(agentInput, jsonBody(request));
      const { type, llm_id } = input.response_engine;
      if (type === "retell-llm") requireAsset(llms.get(String(llm_id)));
      return created(add(agents, "agent_id", input));
    }),
    route("GET /get-agent/:id", ({ params }) => ok(requireAsset(agents.get(params.id ?? "")))),
    route("PATCH /update-agent/:id", (request) => {
      const record = requireAsset(agents.get(request.params.id ?? ""));
      return ok(change(record, parseOrRefuse(agentInput.partial(), jsonBody(request))));
    }),
    route("POST /v2/list-agents", (request) => listPage(request, agents)),
    route("DELETE /delete-agent/:id", ({ params }) => {
      requireAsset(agents.get(params.id ?? ""));
      agents.delete(params.id ?? "");
      return { status: 204 };
    }),
    route("POST /create-agent-version/:id", ({ params }) => {
      const record = requireAsset(agents.get(params.id ?? ""));
      return created(Object.assign(record, { version: record.version + 1, is_published: false }, stamp()));
    }),
    route("POST /publish-agent-version/:id", ({ params }) => {
      Object.assign(requireAsset(agents.get(params.id ?? "")), { is_published: true }, stamp());
      return { status: 200 };
    }),
    route("POST /create-retell-llm", (request) =>
      created(add(llms, "llm_id", parseOrRefuse(llmInput, jsonBody(request)))),
    ),
    route("GET /get-retell-llm/:id", ({ params }) => ok(requireAsset(llms.get(params.id ?? "")))),
    route("PATCH /update-retell-llm/:id", (request) => {
      const record = requireAsset(llms.get(request.params.id ?? ""));
      return ok(change(record, parseOrRefuse(llmInput, jsonBody(request))));
    }),
    route("GET /v2/list-retell-llms", (request) => listPage(request, llms)),
    route("DELETE /delete-retell-llm/:id", ({ params }) => {
      requireAsset(llms.get(params.id ?? ""));
      llms.delete(params.id ?? "");
      return { status: 204 };
    }),
    route("GET /list-voices", () => ok(VOICES)),
  ];
}
