import Retell from "retell-sdk";
import { expect, it, onTestFinished } from "vitest";
import { startReceiver } from "./receiver";
import { KEYS, runSandbox } from "./running-sandbox";

async function workspace(config = {}) {
  const sandbox = await runSandbox(config);
  return {
    ...sandbox,
    retell: new Retell({ apiKey: KEYS.retellApiKey, baseURL: `${sandbox.url}/retell`, maxRetries: 0 }),
  };
}

async function newAgent(retell: Retell) {
  const llm = await retell.llm.create({ general_prompt: "Sei freundlich.", model: "gpt-4.1" });
  const response_engine = { type: "retell-llm" as const, llm_id: llm.llm_id };
  return retell.agent.create({ response_engine, voice_id: "11labs-Anna", agent_name: "Empfang", language: "de-DE" });
}

it("makes, changes and shows agents and their models", async () => {
  const { retell } = await workspace();
  const agent = await newAgent(retell);
  const changed = await retell.agent.update(agent.agent_id, { agent_name: "Rezeption" });
  expect(changed).toMatchObject({ agent_id: agent.agent_id, agent_name: "Rezeption", version: 0 });
  expect((await retell.agent.retrieve(agent.agent_id)).agent_name).toBe("Rezeption");
});

it("keeps a published version as it is", async () => {
  const { retell } = await workspace();
  const { agent_id } = await newAgent(retell);
  await retell.agent.publish(agent_id, { version: 0 });
  await expect(retell.agent.update(agent_id, { agent_name: "Neu" })).rejects.toMatchObject({ status: 400 });
  await retell.agent.createVersion(agent_id, { base_version: 0 });
  expect((await retell.agent.update(agent_id, { agent_name: "Neu" })).version).toBe(1);
});

it("imports numbers, lists them and insists that agents' weights sum to one", async () => {
  const { retell } = await workspace();
  const { agent_id } = await newAgent(retell);
  const phone_number = "+4930123456";
  await retell.phoneNumber.import({ phone_number, termination_uri: "salon.pstn.example" });
  const inbound_agents = [{ agent_id, weight: 1 }];
  await retell.phoneNumber.update(phone_number, { inbound_agents });
  expect((await retell.phoneNumber.list()).items).toMatchObject([{ phone_number, inbound_agents }]);
  const half = retell.phoneNumber.update(phone_number, { inbound_agents: [{ agent_id, weight: 0.5 }] });
  await expect(half).rejects.toMatchObject({ status: 400 });
  expect((await retell.phoneNumber.retrieve(phone_number)).inbound_agents).toEqual(inbound_agents);
});

it("knows whose key it is and how many calls there may be", async () => {
  const { retell, url } = await workspace();
  expect(await retell.identity.retrieve()).toMatchObject({ org_name: "Sandbox" });
  expect(await retell.concurrency.retrieve()).toMatchObject({ current_concurrency: 0, concurrency_limit: 20 });
  const stranger = new Retell({ apiKey: "wrong", baseURL: `${url}/retell`, maxRetries: 0 });
  await expect(stranger.identity.retrieve()).rejects.toBeInstanceOf(Retell.AuthenticationError);
});

it("answers 422 for a call that never was", async () => {
  const { retell } = await workspace();
  await expect(retell.call.retrieve("call_none")).rejects.toBeInstanceOf(Retell.UnprocessableEntityError);
});

it("lists in pages, and forgets what is deleted", async () => {
  const { retell } = await workspace();
  const ids = [];
  for (const _ of [1, 2, 3]) ids.push((await newAgent(retell)).agent_id);
  const first = await retell.agent.list({ limit: 2 });
  expect(first).toMatchObject({ has_more: true, pagination_key: ids[1] });
  const last = await retell.agent.list({ limit: 2, pagination_key: ids[1] ?? "" });
  expect(last.items.map(({ agent_id }) => agent_id)).toEqual([ids[2]]);
  await retell.agent.delete(ids[0] ?? "");
  await expect(retell.agent.retrieve(ids[0] ?? "")).rejects.toMatchObject({ status: 422 });
});

it("wants a model that exists behind an agent", async () => {
  const { retell } = await workspace();
  const response_engine = { type: "retell-llm" as const, llm_id: "llm_none" };
  await expect(retell.agent.create({ response_engine, voice_id: "11labs-Anna" })).rejects.toMatchObject({
    status: 422,
  });
});

it("sells numbers of two countries only", async () => {
  const { retell } = await workspace();
  expect((await retell.phoneNumber.create({ country_code: "US", area_code: 415 })).phone_number).toMatch(/^\+1415/);
  const german = { country_code: "DE" as "US" };
  await expect(retell.phoneNumber.create(german)).rejects.toMatchObject({ status: 400 });
});

it("rings where nobody picks up: an end and an analysis, but no beginning", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { retell } = await workspace({ appUrl: receiver.url });
  const { agent_id } = await newAgent(retell);
  const from_number = "+4930123456";
  const outbound_agents = [{ agent_id, weight: 1 }];
  await retell.phoneNumber.import({ phone_number: from_number, termination_uri: "x.example", outbound_agents });
  const call = await retell.call.createPhoneCall({ from_number, to_number: "+4915112345678" });
  expect(call.call_status).toBe("registered");
  const events = () => receiver.received.map(({ raw }) => JSON.parse(raw).event);
  await expect.poll(events).toEqual(["call_ended", "call_analyzed"]);
  expect(await retell.call.retrieve(call.call_id)).toMatchObject({ disconnection_reason: "dial_no_answer" });
  const unknown = retell.call.createPhoneCall({ from_number: "+4930999999", to_number: "+4915112345678" });
  await expect(unknown).rejects.toMatchObject({ status: 404 });
});

it("tells the agent's own address instead of the account's, and only of what it chose", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { retell, steer } = await workspace({ appUrl: receiver.url });
  const { agent_id } = await newAgent(retell);
  await retell.agent.update(agent_id, { webhook_url: `${receiver.url}/own`, webhook_events: ["call_analyzed"] });
  await steer("/calls", { to_number: "+4930123456", agent_id, scenario: "info" });
  const events = receiver.received.filter(({ raw }) => JSON.parse(raw).event?.startsWith("call_"));
  expect(events.map(({ path, raw }) => [path, JSON.parse(raw).event])).toEqual([
    ["/webhooks/retell", "call_inbound"],
    ["/own", "call_analyzed"],
  ]);
});

it("takes an answer with one value of a wrong kind for none, refusal and all", async () => {
  const inbound = { reject: true, dynamic_variables: { count: 3 } };
  const receiver = await startReceiver(({ raw }) =>
    JSON.parse(raw).event === "call_inbound" ? { body: { call_inbound: inbound } } : undefined,
  );
  onTestFinished(() => receiver.stop());
  const { steer } = await workspace({ appUrl: receiver.url });
  const { body } = await steer("/calls", { to_number: "+4930123456", scenario: "info" });
  expect(body.status).toBe("ended");
});

it("changes metadata of calls that are over, and of no others", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { retell, steer } = await workspace({ appUrl: receiver.url });
  const { body } = await steer("/calls", { to_number: "+4930123456", scenario: "info" });
  const changed = await retell.call.update(body.call_id, { metadata: { note: "x" } });
  expect(changed.metadata).toEqual({ note: "x" });
});
