import { z } from "zod";
import { jsonBody, ok, Refused, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import type { RetellCall } from "./call-object";
import { parseOrRefuse, refusal, requireAsset } from "./refusals";

const among = z.object({ type: z.literal("enum"), op: z.enum(["in", "ni"]), value: z.array(z.string()) }).optional();
const text = z.object({ type: z.literal("string"), op: z.enum(["eq", "ne"]), value: z.string() }).optional();
const moment = z
  .union([
    z.object({ type: z.literal("range"), op: z.literal("bt"), value: z.tuple([z.number(), z.number()]) }),
    z.object({ type: z.literal("number"), op: z.enum(["ge", "gt", "le", "lt"]), value: z.number() }),
  ])
  .optional();

const listInput = z.object({
  filter_criteria: z
    .object({
      agent: z.array(z.object({ agent_id: z.string() })).optional(),
      call_id: text,
      from_number: text,
      to_number: text,
      call_status: among,
      direction: among,
      start_timestamp: moment,
      end_timestamp: moment,
    })
    .optional(),
  sort_order: z.enum(["ascending", "descending"]).default("descending"),
  limit: z.int().min(1).max(1000).default(50),
  pagination_key: z.string().optional(),
  include_total: z.boolean().optional(),
});
type Criteria = NonNullable<z.infer<typeof listInput>["filter_criteria"]>;

const CONCURRENCY_LIMIT = 20;

const updateInput = z.looseObject({
  metadata: z.record(z.string(), z.unknown()).optional(),
  data_storage_setting: z.enum(["everything", "everything_except_pii", "basic_attributes_only"]).optional(),
});

export function callRoutes({ retell }: Sandbox): Route[] {
  return [
    route("GET /v2/get-call/:id", ({ params }) => ok(requireAsset(retell.calls.get(params.id ?? "")))),
    route("POST /v3/list-calls", (request) => {
      const {
        filter_criteria = {},
        sort_order,
        limit,
        pagination_key,
        include_total,
      } = parseOrRefuse(listInput, jsonBody(request));
      const sign = sort_order === "ascending" ? 1 : -1;
      const found = [...retell.calls.values()]
        .filter((call) => matches(call, filter_criteria))
        .sort((a, b) => sign * ((a.start_timestamp ?? 0) - (b.start_timestamp ?? 0)));
      const first = pagination_key ? found.findIndex(({ call_id }) => call_id === pagination_key) + 1 : 0;
      const page = found.slice(first, first + limit);
      const has_more = first + limit < found.length;
      const next = has_more ? { pagination_key: page.at(-1)?.call_id } : {};
      return ok({ items: page.map(listRow), has_more, ...next, ...(include_total ? { total: found.length } : {}) });
    }),
    route("PATCH /v2/update-call/:id", (request) => {
      const call = requireAsset(retell.calls.get(request.params.id ?? ""));
      if (call.call_status !== "ended") throw new Refused(refusal(400, "Only ended calls can be updated."));
      return ok(Object.assign(call, parseOrRefuse(updateInput, jsonBody(request))));
    }),
    route("DELETE /v2/delete-call/:id", ({ params }) => {
      retell.calls.delete(requireAsset(retell.calls.get(params.id ?? "")).call_id);
      return { status: 204 };
    }),
    route("POST /v2/stop-call/:id", ({ params }) => {
      const call = requireAsset(retell.calls.get(params.id ?? ""));
      retell.stopped.add(call.call_id);
      return { status: 204 };
    }),
    route("GET /get-concurrency", () => {
      const current = [...retell.calls.values()].filter(({ call_status }) => call_status === "ongoing").length;
      const bought = { base_concurrency: CONCURRENCY_LIMIT, purchased_concurrency: 0, concurrency_purchase_limit: 100 };
      const left = { remaining_purchase_limit: 100, concurrency_burst_enabled: false, concurrency_burst_limit: 0 };
      return ok({ current_concurrency: current, concurrency_limit: CONCURRENCY_LIMIT, ...bought, ...left });
    }),
    route("GET /get-api-key-info", () => ok({ api_key_name: "sandbox", org_name: "Sandbox" })),
  ];
}

/** Rows of a list carry neither the transcript nor the recording. */
function listRow(call: RetellCall) {
  const { transcript, transcript_object, transcript_with_tool_calls, recording_url, ...row } = call;
  return row;
}

function matches(call: RetellCall, criteria: Criteria): boolean {
  const { agent, call_status, direction } = criteria;
  if (agent && !agent.some(({ agent_id }) => agent_id === call.agent_id)) return false;
  for (const field of ["call_id", "from_number", "to_number"] as const) {
    const wanted = criteria[field];
    if (wanted && (call[field] === wanted.value) !== (wanted.op === "eq")) return false;
  }
  if (call_status && call_status.value.includes(call.call_status) !== (call_status.op === "in")) return false;
  if (direction && direction.value.includes(call.direction) !== (direction.op === "in")) return false;
  return (
    isWithin(call.start_timestamp, criteria.start_timestamp) && isWithin(call.end_timestamp, criteria.end_timestamp)
  );
}

function isWithin(at: number | undefined, wanted: Criteria["start_timestamp"]): boolean {
  if (!wanted) return true;
  if (at === undefined) return false;
  if (wanted.type === "range") return at >= wanted.value[0] && at <= wanted.value[1];
  const { op, value } = wanted;
  if (op === "ge") return at >= value;
  if (op === "gt") return at > value;
  return op === "le" ? at <= value : at < value;
}
