import { z } from "zod";
import { ok, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { type CallOrder, callOrder } from "../telephone/order";
import { startCall } from "../telephone/play-call";
import { SCENARIO_NAMES } from "../telephone/scenarios/all";
import { refuseSteering, steeringInput } from "./input";

export const retellSeed = z.object({
  lines: z.array(z.object({ name: z.string(), phone_number: z.string(), agent_id: z.string() })).default([]),
});

/** Gives businesses a telephone number and the agent that answers it. Safe to run twice. */
export function seedRetell({ retell, now }: Sandbox, seed: z.output<typeof retellSeed>): void {
  const stamp = { last_modification_timestamp: now().getTime() };
  for (const { name, phone_number, agent_id } of seed.lines) {
    const inbound_agents = [{ agent_id, weight: 1 }];
    retell.numbers.set(phone_number, {
      phone_number,
      phone_number_type: "custom",
      nickname: name,
      inbound_agents,
      ...stamp,
    });
    if (retell.agents.has(agent_id)) continue;
    const response_engine = { type: "retell-llm", llm_id: `llm_of_${agent_id}`, version: 0 };
    const webhook_events = ["call_started", "call_ended", "call_analyzed", "transcript_updated"];
    const voice = { voice_id: "11labs-Anna", response_engine, language: "de-DE" };
    const agent = { agent_id, agent_name: name, ...voice, webhook_events };
    retell.agents.set(agent_id, { ...agent, version: 0, is_published: true, ...stamp });
  }
}

export function telephoneRoutes(sandbox: Sandbox): Route[] {
  return [
    route("POST /_/retell/seed", (request) => {
      seedRetell(sandbox, steeringInput(request, retellSeed));
      return ok({ numbers: sandbox.retell.numbers.size, agents: sandbox.retell.agents.size });
    }),
    route("GET /_/telephone", () => ok({ lines: lines(sandbox), scenarios: SCENARIO_NAMES })),
    route("POST /_/calls", async (request) => {
      const order = steeringInput(request, callOrder);
      const { played, finished } = startCall(sandbox, { ...order, ...calledLine(sandbox, order) });
      if (order.wait) return ok(await finished);
      sandbox.deliveries.background(() => finished);
      return { status: 202, body: played };
    }),
    route("GET /_/calls", () => ok(sandbox.playedCalls.list())),
    route("GET /_/calls/:id", ({ params }) => {
      const found = sandbox.playedCalls.find(params.id ?? "");
      if (!found) throw refuseSteering(404, `no call ${params.id}`);
      return ok(found);
    }),
    route("POST /_/calls/:id/hang-up", ({ params }) => {
      sandbox.retell.stopped.add(params.id ?? "");
      return ok({ stopped: params.id });
    }),
  ];
}

function lines({ retell }: Sandbox) {
  return [...retell.numbers.values()].map(({ phone_number, nickname, inbound_agents }) => ({
    phone_number,
    name: nickname ?? phone_number,
    agent_id: inbound_agents?.[0]?.agent_id ?? null,
  }));
}

/** Number and agent as ordered, or of the one line that is known. */
function calledLine(sandbox: Sandbox, order: CallOrder): { to_number: string; agent_id: string } {
  const known = lines(sandbox);
  const line = order.to_number ? known.find(({ phone_number }) => phone_number === order.to_number) : known[0];
  const to_number = order.to_number ?? line?.phone_number;
  if (!to_number) throw refuseSteering(400, "to_number is missing, and no line is known");
  return { to_number, agent_id: order.agent_id ?? line?.agent_id ?? "agent_sandbox" };
}
