import Retell from "retell-sdk";
import { expect, it } from "vitest";
import { KEYS, runSandbox } from "./running-sandbox";

async function workspace() {
  const sandbox = await runSandbox();
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
