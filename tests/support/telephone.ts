import Retell from "retell-sdk";
import { POST as callFunction } from "@/app/api/retell/[function]/route";
import { POST as deliver } from "@/app/webhooks/retell/route";
import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { createTenantWithCompany } from "./factories";
import { PROVIDER_KEYS } from "./provider-keys";

export const RETELL_KEY = PROVIDER_KEYS.retellApiKey;

let lines = 0;
/** A number of ours from the range reserved for fiction, each once. */
export const newOwnNumber = (): string => `+498999998${String(lines++).padStart(3, "0")}`;

/** A company with a telephone line: its number, and the agent that answers there. */
export async function createTelephoneCompany(
  overrides: Parameters<typeof createTenantWithCompany>[0] = {},
  { language = "de-DE" }: { language?: string } = {},
) {
  const company = await createTenantWithCompany(overrides);
  const { companyId, branchId } = company;
  const agentId = newId();
  const retellAgentId = `agent_${agentId}`;
  await platformClient().retellAgent.create({
    data: { id: agentId, companyId, retellAgentId, name: "Telefonassistentin", language },
  });
  const e164 = newOwnNumber();
  await platformClient().phoneNumber.create({
    data: { id: newId(), companyId, branchId, agentId, e164, provider: "sip" },
  });
  return { ...company, toNumber: e164, agentId, retellAgentId };
}

export type TelephoneCompany = Awaited<ReturnType<typeof createTelephoneCompany>>;

export interface Call {
  call_id: string;
  agent_id: string;
  call_type: string;
  direction: string;
  call_status: string;
  from_number: string;
  to_number: string;
  start_timestamp: number;
  [field: string]: unknown;
}

/** A call that comes in, as the provider describes it. */
export function ringing(company: TelephoneCompany, overrides: Partial<Call> = {}): Call {
  return {
    call_id: `call_${newId()}`,
    agent_id: company.retellAgentId,
    agent_version: 1,
    call_type: "phone_call",
    direction: "inbound",
    call_status: "ongoing",
    from_number: "+493023125999",
    to_number: company.toNumber,
    start_timestamp: Date.now() - 5000,
    ...overrides,
  };
}

interface Sending {
  key?: string;
  signature?: string | null;
  headers?: Record<string, string>;
}

async function signed(path: string, raw: string, { key = RETELL_KEY, signature, headers }: Sending = {}) {
  const own = signature === undefined ? await Retell.sign(raw, key) : signature;
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    body: raw,
    headers: { "content-type": "application/json", ...(own && { "x-retell-signature": own }), ...headers },
  });
}

export async function sendRaw(raw: string, sending?: Sending): Promise<Response> {
  return deliver(await signed("/webhooks/retell", raw, sending));
}

export function sendEvent(event: string, call: unknown, sending?: Sending): Promise<Response> {
  return sendRaw(JSON.stringify({ event, call }), sending);
}

export async function askRaw(name: string, raw: string, sending?: Sending): Promise<Response> {
  const request = await signed(`/api/retell/${name}`, raw, sending);
  return callFunction(request, { params: Promise.resolve({ function: name }) });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Answer = Record<string, any>;

/** Asks a function as the agent does, and gives its answer; anything but 200 fails. */
export async function ask(name: string, call: Call, args: Record<string, unknown> = {}): Promise<Answer> {
  const response = await askRaw(name, JSON.stringify({ name, call, args }));
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

export function invocationsOf(where: Prisma.CallFunctionInvocationWhereInput) {
  return platformClient().callFunctionInvocation.findMany({ where, orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
}
