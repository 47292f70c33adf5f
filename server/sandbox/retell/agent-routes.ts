import { randomBytes } from "node:crypto";
import { z } from "zod";
import { created, jsonBody, ok, Refused, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
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
    route("POST /create-agent", (request) =>
      created(add(agents, "agent_id", parseOrRefuse(agentInput, jsonBody(request)))),
    ),
    route("GET /get-agent/:id", ({ params }) => ok(requireAsset(agents.get(params.id ?? "")))),
    route("PATCH /update-agent/:id", (request) => {
      const record = requireAsset(agents.get(request.params.id ?? ""));
      return ok(change(record, parseOrRefuse(agentInput.partial(), jsonBody(request))));
    }),
    route("POST /v2/list-agents", () => ok({ items: [...agents.values()], has_more: false })),
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
    route("GET /v2/list-retell-llms", () => ok({ items: [...llms.values()], has_more: false })),
  ];
}
